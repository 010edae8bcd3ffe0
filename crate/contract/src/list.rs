use crate::{Card, Code, Theme};

/// A scenario as it is listed.
#[derive(Debug)]
pub struct Scenario {
    /// Its folder.
    pub folder: &'static str,
    /// Its file, without the end of its name.
    pub file: &'static str,
    /// Its words and claims.
    pub card: &'static Card,
    /// What runs.
    pub code: &'static Code,
}

impl Scenario {
    /// Its name everywhere: address, command line, catalogue, tests.
    pub fn slug(&self) -> String {
        self.file.replace('_', "-")
    }

    /// Its theme.
    ///
    /// # Panics
    /// If its folder is none of a theme: a test of the catalogue looks at all of them.
    pub fn theme(&self) -> Theme {
        Theme::of(self.folder).expect("a scenario lies in the folder of a theme")
    }
}

/// Lists the scenarios of a crate, by theme, in the order of the page: a line each, for a file each.
///
/// What runs is `CODES`, in this order. `SCENARIOS` is for native programs: nothing that runs in a page may name it, or
/// all words would be linked into the module.
#[macro_export]
macro_rules! scenarios {
    ($($folder:ident { $($file:ident,)* })*) => {
        $(mod $folder {
            $(pub(crate) mod $file;)*
        })*

        /// What runs, in the order of the page.
        pub(crate) static CODES: &[&$crate::Code] = &[$($(&$folder::$file::CODE,)*)*];

        /// All scenarios of this crate with their words: for native programs only.
        pub static SCENARIOS: &[$crate::Scenario] = &[$($($crate::Scenario {
            folder: stringify!($folder),
            file: stringify!($file),
            card: &$folder::$file::CARD,
            code: &$folder::$file::CODE,
        },)*)*];
    };
}
