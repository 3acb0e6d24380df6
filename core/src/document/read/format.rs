//! Which version a document is written in, and the way from older ones to this one.

use super::tree::{NodeId, ROOT, Tree, Value};
use crate::error::ProblemKind;

/// Changes a document from one version to the next.
type Migration = fn(&mut Tree<'_>);

/// A kind of document with its versions.
pub(super) struct Format {
    /// What stands before the version: `planning-wheel`.
    pub(super) family: &'static str,
    /// From version 1 to 2, from 2 to 3 and so on: one fewer than there are versions. A version
    /// that comes adds its migration here and test files of the version before to the tests.
    migrations: &'static [Migration],
}

pub(super) const PLAN: Format = Format {
    family: "planning-wheel",
    migrations: &[],
};
pub(super) const CATALOGUE: Format = Format {
    family: "planning-wheel-catalogue",
    migrations: &[],
};

impl Format {
    fn newest(&self) -> usize {
        self.migrations.len() + 1
    }

    /// Brings a document up to the newest version; a problem when it says that it is something
    /// else. Whether it says anything at all is left to its type.
    pub(super) fn bring_up(&self, tree: &mut Tree<'_>) -> Result<(), (NodeId, ProblemKind)> {
        let Some(id) = tree.child(ROOT, "format") else {
            return Ok(());
        };
        let Some(Value::Text(written)) = tree.node(id).map(|node| &node.value) else {
            return Ok(());
        };
        let wrong = |kind: fn(String) -> ProblemKind| Err((id, kind(super::faults::cut(written))));
        match self.version(written) {
            None => wrong(ProblemKind::UnknownFormat),
            Some(version) if version > self.newest() => wrong(ProblemKind::NewerFormat),
            Some(version) => {
                let missing = self.migrations.get(version - 1..).unwrap_or_default();
                missing.iter().for_each(|migrate| migrate(tree));
                Ok(())
            }
        }
    }

    fn version(&self, written: &str) -> Option<usize> {
        let digits = written.strip_prefix(self.family)?.strip_prefix('/')?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if plain && digits.len() > 9 {
            Some(usize::MAX)
        } else {
            digits.parse().ok().filter(|_| plain)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_plain_numbers() {
        assert_eq!(PLAN.version("planning-wheel/1"), Some(1));
        assert_eq!(PLAN.version("planning-wheel/12"), Some(12));
        assert_eq!(
            PLAN.version("planning-wheel/99999999999999999999"),
            Some(usize::MAX)
        );
        for other in [
            "planning-wheel/0",
            "planning-wheel/01",
            "planning-wheel/",
            "planning-wheel",
        ] {
            assert_eq!(PLAN.version(other), None, "{other}");
        }
        assert_eq!(PLAN.version("planning-wheel-catalogue/1"), None);
        assert_eq!(PLAN.version("planning-wheel/+1"), None);
    }
}
