use super::build;
use crate::{Failure, Workspace, size};

/// Builds the site and holds its sizes against those accepted, or accepts them.
pub(crate) fn weigh(workspace: &Workspace, accept: bool) -> Result<(), Failure> {
    build(workspace)?;
    if accept {
        size::accept(workspace)?;
    }
    size::check(workspace)
}
