//! The tasks, one file each.

mod bench;
mod serve;
mod test;
mod verify;
mod watch;

pub(crate) use bench::bench;
pub(crate) use serve::serve;
pub(crate) use test::test;
pub(crate) use verify::verify;

use crate::{Failure, Workspace, site};

/// Builds the site.
pub(crate) fn build(workspace: &Workspace) -> Result<(), Failure> {
    site::build(workspace, site::Optimise::WhereInstalled)
}
