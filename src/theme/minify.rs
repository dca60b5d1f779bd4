//! Templates are minified once, when they are loaded: they repeat on every page.
//!
//! Stylesheets are not: the minifier rewrites media queries into a form that phones from before
//! 2023 pass over.

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
}
