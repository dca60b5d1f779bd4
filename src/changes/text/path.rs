//! The open containers around a block, mended where HTML would forbid them.

use std::sync::Arc;

use super::blocks::{Container, ContainerKind};

/// Containers deeper than this are left out of a block's path.
const DEEPEST_PATH: usize = 20;

/// A container in the path, with the count of its items.
#[derive(Debug)]
struct Step {
    container: Container,
    items: usize,
    next_number: i64,
}

/// The numbers that a list or an item is given in its source.
#[derive(Debug, Clone, Copy)]
pub(super) struct ListNumbers {
    /// The number of a list's first item.
    pub(super) start: Option<i64>,
    /// The number of an item.
    pub(super) value: Option<i64>,
}

/// The open containers, outermost first.
#[derive(Debug, Default)]
pub(super) struct Path {
    steps: Vec<Step>,
}

impl Path {
    /// How many containers are open.
    pub(super) fn len(&self) -> usize {
        self.steps.len()
    }

    /// Closes the innermost containers, as many as given.
    pub(super) fn close(&mut self, count: usize) {
        self.steps.truncate(self.steps.len().saturating_sub(count));
    }

    /// The path for a block that stands here; the next block is no longer the
    /// first in any of these.
    pub(super) fn of_block(&mut self) -> Vec<Container> {
        let mut path: Vec<Container> = Vec::with_capacity(self.steps.len());
        for step in &mut self.steps {
            path.push(step.container.clone());
            step.container.starts = false;
        }
        // Text that stands directly in a list is an item of it.
        match path.last().map(|container| container.kind) {
            Some(kind) if kind.is_list() => path.push(new_container(ContainerKind::Item)),
            Some(ContainerKind::Terms) => path.push(new_container(ContainerKind::Definition)),
            _ => {}
        }
        path
    }

    /// Adds a container to the path, with those that HTML wants around it.
    pub(super) fn push(
        &mut self,
        kind: ContainerKind,
        class: Option<String>,
        numbers: ListNumbers,
    ) {
        if self.steps.len() + 3 > DEEPEST_PATH {
            return;
        }
        let parent = self.steps.last().map(|step| step.container.kind);
        // A division may group terms with their definitions.
        if kind == ContainerKind::Division && parent == Some(ContainerKind::Terms) {
            return;
        }
        for missing in missing_between(parent, kind) {
            self.push_plain(*missing);
        }
        let mut container = new_container(kind);
        container.label = class.map(Arc::from);
        if kind == ContainerKind::Item {
            self.number_item(&mut container, numbers);
        }
        let next_number = numbers.start.unwrap_or(1);
        self.steps.push(Step {
            container,
            items: 0,
            next_number,
        });
    }

    fn push_plain(&mut self, kind: ContainerKind) {
        self.steps.push(Step {
            container: new_container(kind),
            items: 0,
            next_number: 1,
        });
    }

    /// Gives an item of a numbered list its number. A number that the source sets
    /// is part of what the item says; one that is counted is not.
    fn number_item(&mut self, item: &mut Container, numbers: ListNumbers) {
        let Some(list) = self.steps.last_mut() else {
            return;
        };
        if list.container.kind != ContainerKind::Numbers {
            return;
        }
        let given = numbers.value;
        let number = given.unwrap_or(list.next_number);
        let is_set = number != list.next_number || (list.items == 0 && number != 1);
        item.number = Some(number);
        item.label = is_set.then(|| number.to_string().into());
        list.items += 1;
        list.next_number = number.saturating_add(1);
    }
}

/// The containers that HTML wants between one container and another directly in it.
fn missing_between(parent: Option<ContainerKind>, kind: ContainerKind) -> &'static [ContainerKind] {
    use ContainerKind::{Bullets, Definition, Item, Term, Terms};
    let in_list = parent.is_some_and(ContainerKind::is_list);
    let in_terms = parent == Some(Terms);
    match kind {
        Item if in_list => &[],
        Item if in_terms => &[Definition, Bullets],
        Item => &[Bullets],
        Term | Definition if in_terms => &[],
        Term | Definition if in_list => &[Item, Terms],
        Term | Definition => &[Terms],
        _ if in_list => &[Item],
        _ if in_terms => &[Definition],
        _ => &[],
    }
}

/// A container that nothing is known of yet.
pub(super) fn new_container(kind: ContainerKind) -> Container {
    Container {
        kind,
        label: None,
        starts: true,
        number: None,
    }
}
