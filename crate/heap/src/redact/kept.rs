//! What stays of the program.

/// A name of the program that is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptName {
    /// WTF-8.
    pub name: Vec<u8>,
    /// Objects and references that are called so.
    pub uses: u64,
}
