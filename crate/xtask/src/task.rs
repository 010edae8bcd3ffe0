//! The tasks, one file each.

mod bench;
mod field;
mod serve;
mod shots;
mod test;
mod verify;
mod watch;
mod weigh;

pub(crate) use bench::bench;
pub(crate) use field::field;
pub(crate) use serve::serve;
pub(crate) use shots::shots;
pub(crate) use test::test;
pub(crate) use verify::verify;
pub(crate) use weigh::weigh;

use crate::{Failure, Workspace, site, size};

/// Builds the site, and says what it weighs.
pub(crate) fn build(workspace: &Workspace) -> Result<(), Failure> {
    site::build(workspace, site::Optimise::WhereInstalled)?;
    size::print(workspace)
}
