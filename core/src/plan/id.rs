//! Typed ids: places in the plan's own tables.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub(crate) u16);

        impl $name {
            /// Place in the plan's table, from 0.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }

            /// The id of a place in a table; `None` above 65 535.
            pub(crate) fn at(index: usize) -> Option<Self> {
                u16::try_from(index).ok().map(Self)
            }
        }
    )+};
}

ids! {
    /// A body of the plan; like bodies have one each.
    BodyId,
    /// A principal.
    PrincipalId,
    /// A level.
    LevelId,
    /// A meeting series; a series of several bodies that do not meet together has one each.
    SeriesId,
}
