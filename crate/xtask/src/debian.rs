//! Debian's package manager, used only where no password is asked.

use std::{path::Path, process::Command};

use crate::{Failure, process};

/// Installs `packages`, or fails with the command to type.
pub(crate) fn install(packages: &[&str]) -> Result<(), Failure> {
    let list = packages.join(" ");
    let is_debian = Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some();
    if !is_debian {
        return Err(Failure::new(
            "Chromium and chromedriver are missing: install both, the same version of each, on the PATH, or name them in CHROMIUM and CHROMEDRIVER",
        ));
    }
    let by_hand = format!("apt-get update && apt-get install -y --no-install-recommends {list}");
    let Some(rights) = rights() else {
        let message = format!(
            "{list} are missing and installing them needs a password: type `sudo sh -c '{by_hand}'`"
        );
        return Err(Failure::new(message));
    };
    println!("installing {list}");
    let failure = format!(
        "apt-get could not install {list}: see above why. Type `{by_hand}` as root, or install Chromium and chromedriver in another way and name them in CHROMIUM and CHROMEDRIVER"
    );
    process::run(apt_get(rights).arg("update"), &failure)?;
    process::run(
        apt_get(rights)
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages),
        &failure,
    )
}

#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

fn rights() -> Option<Rights> {
    if process::output(Command::new("id").arg("-u")).is_some_and(|user| user == "0") {
        return Some(Rights::Root);
    }
    process::succeeds(Command::new("sudo").args(["-n", "true"])).then_some(Rights::Sudo)
}

fn apt_get(rights: Rights) -> Command {
    let question_free = "DEBIAN_FRONTEND=noninteractive";
    let mut command = match rights {
        Rights::Root => Command::new("env"),
        Rights::Sudo => {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "env"]);
            sudo
        }
    };
    command.args([question_free, "apt-get"]);
    command
}
