use std::{process::Command, thread};

use xtask::{Options, Server};

use super::watch::Sources;
use crate::{
    Failure, Workspace, command_line,
    site::{self, Optimise},
};

/// Builds the site, serves it, and stays until the process is ended.
pub(crate) fn serve(workspace: &Workspace, serve: command_line::Serve) -> Result<(), Failure> {
    // Before the build, which takes a while: a port that cannot be had is said at once.
    let options = Options {
        isolated: serve.isolated,
    };
    let server = Server::start(workspace.site(), serve.port, options)?;
    let optimise = if serve.watch {
        Optimise::Never
    } else {
        Optimise::WhereInstalled
    };
    // Before the build as well: what changes during it is built again.
    let sources = serve.watch.then(|| Sources::watch(workspace)).transpose()?;
    site::build(workspace, optimise)?;
    println!("Leak Lab is at {} (Ctrl-C ends it)", server.url());
    if serve.open {
        open(&server.url());
    }
    let Some(sources) = sources else {
        loop {
            thread::park();
        }
    };
    loop {
        sources.wait_for_change();
        match site::build(workspace, optimise) {
            Ok(()) => println!("built again: reload the page"),
            Err(failure) => eprintln!(
                "error: {failure}\nthe last good site is still at {}",
                server.url()
            ),
        }
    }
}

fn open(url: &str) {
    let (program, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/c", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if let Err(error) = Command::new(program).args(arguments).arg(url).spawn() {
        eprintln!("warning: no browser could be opened ({program}: {error}): open {url} yourself");
    }
}
