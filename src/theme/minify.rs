//! What repeats on every page is minified once: templates and the stylesheet.

use minify_html::{Cfg, minify};

/// A template without needless white space. Its `{{ }}` and `{% %}` stay as they are.
pub fn template(text: &str) -> String {
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    settings.keep_html_and_head_opening_tags = true;
    settings.preserve_brace_template_syntax = true;
    settings.preserve_chevron_percent_template_syntax = true;
    settings.minify_doctype = false;
    String::from_utf8(minify(text.as_bytes(), &settings)).unwrap_or_else(|_| text.to_owned())
}

/// A stylesheet without what browsers do not read.
///
/// The minifier reads styles inside HTML only, so the stylesheet is lent a `style` element.
pub fn stylesheet(text: &str) -> String {
    const OPEN: &str = "<style>";
    const CLOSE: &str = "</style>";
    let mut settings = Cfg::new();
    settings.keep_closing_tags = true;
    settings.minify_css = true;
    let framed = format!("{OPEN}{text}{CLOSE}");
    let minified = String::from_utf8(minify(framed.as_bytes(), &settings)).unwrap_or_default();
    match minified
        .strip_prefix(OPEN)
        .and_then(|inner| inner.strip_suffix(CLOSE))
    {
        // A stylesheet that the minifier cannot read comes back empty: then it stays as it is.
        Some(inner) if !inner.trim().is_empty() => inner.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn template_marks_and_quotes_survive() {
        let text = "<a href=\"{{ link.href }}\" class=\"{% if a %}b{% endif %}\">  {{ link.text }}  </a>\n\n{% for x in y %}\n<p>a <em>b</em> c</p>\n{% endfor %}";
        let minified = template(text);
        assert!(minified.contains("href=\"{{ link.href }}\""), "{minified}");
        assert!(minified.contains("{% for x in y %}"), "{minified}");
        assert!(minified.contains("a <em>b</em> c"), "{minified}");
        assert!(minified.len() < text.len());
    }

    #[test]
    fn styles_survive() {
        let text = ":root { --rule: #505a5f; }\n\n/* a remark */\n@media print { nav { display: none; } }\n";
        let minified = stylesheet(text);
        assert!(minified.contains("--rule"), "{minified}");
        assert!(minified.contains("@media print"), "{minified}");
        assert!(!minified.contains("remark"), "{minified}");
    }
}
