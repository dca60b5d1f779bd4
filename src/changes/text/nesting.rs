//! Rebuilds the containers around blocks, so that lists and tables come out whole.
//!
//! Blocks of the old and the new version follow each other here, so containers are
//! matched by what they are: a block goes on in the open container if that is of
//! the same kind and the block does not start one. `ins` and `del` are never
//! written here: HTML allows none directly in a list or a table.

use super::blocks::{Container, ContainerKind};
use super::folding::same_label;
use super::markup::write_escaped;

/// The class and the id of an element.
#[derive(Debug, Clone, Default)]
pub(super) struct Attributes {
    /// Its class; empty for none.
    pub(super) class: &'static str,
    /// Its id.
    pub(super) id: Option<String>,
}

impl Attributes {
    /// Appends the attributes, after a class that the element has anyway.
    pub(super) fn write(&self, out: &mut String, own_class: &str) {
        let classes: Vec<&str> = [own_class, self.class]
            .into_iter()
            .filter(|class| !class.is_empty())
            .collect();
        if !classes.is_empty() {
            write_attribute(out, "class", &classes.join(" "));
        }
        if let Some(id) = &self.id {
            write_attribute(out, "id", id);
        }
    }
}

/// Appends an attribute.
pub(super) fn write_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    write_escaped(out, value);
    out.push('"');
}

/// In which versions a block stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    /// In the old one.
    pub(super) old: bool,
    /// In the new one.
    pub(super) new: bool,
}

/// An open container.
#[derive(Debug)]
struct Open {
    container: Container,
    /// Has it held blocks of the old version?
    has_old: bool,
    /// Has it held blocks of the new version?
    has_new: bool,
}

impl Open {
    /// Does a block with this container in its path belong in this one?
    fn holds(&self, container: &Container, sides: Sides) -> bool {
        let is_other = if container.kind.is_item() {
            container.starts
        } else {
            // The first block of a list starts a new one only if the open list is
            // already known from the same version.
            container.starts && ((sides.new && self.has_new) || (sides.old && self.has_old))
        };
        !is_other && self.container.kind == container.kind && same_label(&self.container, container)
    }
}

/// The open containers.
#[derive(Debug, Default)]
pub(super) struct Nesting {
    open: Vec<Open>,
}

impl Nesting {
    /// Closes and opens containers so that a block with this path can follow. The
    /// innermost gets the attributes if it is opened now. Says whether it was.
    pub(super) fn enter(
        &mut self,
        out: &mut String,
        path: &[Container],
        sides: Sides,
        attributes: Option<&Attributes>,
    ) -> bool {
        let both = self.open.iter().zip(path);
        let kept = both
            .take_while(|(open, container)| open.holds(container, sides))
            .count();
        self.close_to(out, kept);
        let innermost = path.len().saturating_sub(1);
        for (depth, container) in path.iter().enumerate().skip(kept) {
            let attributes = attributes.filter(|_| depth == innermost);
            write_start(out, container, attributes);
            self.open.push(Open {
                container: container.clone(),
                has_old: false,
                has_new: false,
            });
        }
        for open in &mut self.open {
            open.has_old |= sides.old;
            open.has_new |= sides.new;
        }
        kept < path.len()
    }

    /// Closes everything.
    pub(super) fn finish(&mut self, out: &mut String) {
        self.close_to(out, 0);
    }

    fn close_to(&mut self, out: &mut String, depth: usize) {
        while self.open.len() > depth {
            let Some(open) = self.open.pop() else { return };
            out.push_str(end_tag(open.container.kind));
        }
    }
}

fn write_start(out: &mut String, container: &Container, attributes: Option<&Attributes>) {
    let (name, own_class) = start(container.kind);
    let class = match (&container.label, container.kind) {
        (_, ContainerKind::Item) if !container.starts => "continued",
        (_, ContainerKind::Item) | (None, _) => own_class,
        (Some(label), _) => label,
    };
    out.push('<');
    out.push_str(name);
    if let Some(number) = container.number {
        write_attribute(out, "value", &number.to_string());
    }
    attributes
        .unwrap_or(&Attributes::default())
        .write(out, class);
    out.push('>');
    if container.kind == ContainerKind::Table {
        out.push_str("<tbody>");
    }
}

fn start(kind: ContainerKind) -> (&'static str, &'static str) {
    match kind {
        ContainerKind::Bullets => ("ul", ""),
        ContainerKind::Numbers => ("ol", ""),
        ContainerKind::Item => ("li", ""),
        ContainerKind::Terms => ("dl", ""),
        ContainerKind::Term => ("dt", ""),
        ContainerKind::Definition => ("dd", ""),
        ContainerKind::Quote => ("blockquote", ""),
        ContainerKind::Division => ("div", ""),
        ContainerKind::Details => ("div", "details"),
        ContainerKind::Summary => ("div", "summary"),
        ContainerKind::Caption => ("div", "caption"),
        ContainerKind::Table => ("table", ""),
    }
}

fn end_tag(kind: ContainerKind) -> &'static str {
    match kind {
        ContainerKind::Bullets => "</ul>",
        ContainerKind::Numbers => "</ol>",
        ContainerKind::Item => "</li>",
        ContainerKind::Terms => "</dl>",
        ContainerKind::Term => "</dt>",
        ContainerKind::Definition => "</dd>",
        ContainerKind::Quote => "</blockquote>",
        ContainerKind::Division
        | ContainerKind::Details
        | ContainerKind::Summary
        | ContainerKind::Caption => "</div>",
        ContainerKind::Table => "</tbody></table>",
    }
}

/// A path as it goes on, for what is no block of its own in it.
pub(super) fn going_on(path: &[Container]) -> Vec<Container> {
    let mut path = path.to_vec();
    for container in &mut path {
        container.starts = false;
    }
    path
}
