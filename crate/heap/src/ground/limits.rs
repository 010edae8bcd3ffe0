//! Every cap, by name. A file that goes beyond one is answered by an error, not by more memory.

/// Nodes, edges or strings of one file: positions are 32-bit, and two values are kept for "none" and "several".
pub const MAX_ITEMS: u64 = u32::MAX as u64 - 16;

/// Bytes of all strings of one file together.
pub const MAX_STRING_BYTES: u64 = u32::MAX as u64 - 16;

/// Fields of one node, edge, location, sample or trace function.
pub const MAX_FIELDS: usize = 32;

/// Bytes of the `snapshot` member, which describes the file: Julia lists every type of the program there.
pub const MAX_HEADER_BYTES: usize = 1 << 24;

/// Names of types of nodes or edges.
pub const MAX_TYPES: usize = 1 << 16;

/// Containers within containers. Real trees of allocation stacks stay below some thousands.
pub const MAX_DEPTH: usize = 1 << 24;

/// Bytes of one member's name or of one string outside the table of strings.
pub const MAX_TOKEN_BYTES: usize = 1 << 24;

/// Items that memory is taken for in advance because the header says so; the rest is taken as it comes.
pub const MAX_TRUSTED_COUNT: u64 = 1 << 27;

/// Steps up allocation stacks for one answer about callers. V8 records stacks of at most some 64 functions.
pub const MAX_CALLER_STEPS: usize = 1 << 22;

/// Callers one above the other in one answer.
pub const MAX_CALLERS: usize = 1 << 12;

/// Retainers looked at in one search for a path.
pub const MAX_RETAINERS_SEEN: u64 = 1 << 22;

/// Retainers looked at for a smallest set of edges to cut: a search is answered while a person waits.
pub const MAX_RETAINERS_SEEN_BY_CUT: u64 = 1 << 20;

/// Dominators, one above the other, below which a smallest set of edges to cut is looked for.
pub const MAX_DOMINATORS_TRIED: usize = 1 << 10;

/// Edges of a smallest set to cut: each costs a search, and nobody cuts more by hand.
pub const MAX_EDGES_CUT: usize = 64;

/// Groups of holders of which a path and what they free alone are worked out.
pub const MAX_HOLDERS_TRIED: usize = 32;

/// Realms of which the size is worked out: each is a walk over what it holds.
pub const MAX_REALMS_WEIGHED: usize = 100;
