//! To whom a function belongs, by the address of its script.

/// Whose a function is: a person's own comes first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The program's own files.
    Application,
    /// The folder below `node_modules`, with its scope: `lodash`, `@vue/runtime-core`.
    Package(String),
    /// Node's own scripts.
    Node,
    /// No script is known: what the engine brings along.
    BuiltIn,
    /// Rows that are no functions: `(root)`, `(program)`, `(IDLE)`, `(garbage collector)`.
    Engine,
}

impl Origin {
    /// By the script's address and the function's name, as recordings have them.
    pub fn of(address: &str, function: &str) -> Self {
        if address.is_empty() {
            let is_row =
                function.is_empty() || function.starts_with('(') && function.ends_with(')');
            return if is_row && function != "(anonymous)" {
                Self::Engine
            } else {
                Self::BuiltIn
            };
        }
        if address.starts_with("node:") || address.starts_with("internal/") {
            return Self::Node;
        }
        let plain = address.replace('\\', "/");
        match plain.rsplit_once("node_modules/") {
            Some((_, below)) => Self::Package(package(below)),
            None => Self::Application,
        }
    }

    /// What comes first: the program's own, packages, then Node and the engine.
    pub const fn rank(&self) -> u8 {
        match self {
            Self::Application => 0,
            Self::Package(_) => 1,
            Self::Node => 2,
            Self::BuiltIn => 3,
            Self::Engine => 4,
        }
    }

    /// In words; nothing of the application.
    pub fn words(&self) -> &str {
        match self {
            Self::Application => "(application)",
            Self::Package(name) => name,
            Self::Node => "(node)",
            Self::BuiltIn | Self::Engine => "(engine)",
        }
    }
}

fn package(below: &str) -> String {
    let scoped = usize::from(below.starts_with('@'));
    let parts: Vec<&str> = below.split('/').take(1 + scoped).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::Origin;

    #[test]
    fn a_script_belongs_to_the_innermost_package() {
        for (address, function, words) in [
            ("file:///app/src/main.js", "sync", "(application)"),
            ("/app/node_modules/lodash/lodash.js", "memoize", "lodash"),
            (
                "/app/node_modules/@vue/runtime-core/dist/x.js",
                "h",
                "@vue/runtime-core",
            ),
            ("/app/node_modules/a/node_modules/b/index.js", "", "b"),
            ("C:\\app\\node_modules\\c\\index.js", "f", "c"),
            ("node:internal/timers", "listOnTimeout", "(node)"),
            ("", "forEach", "(engine)"),
        ] {
            assert_eq!(Origin::of(address, function).words(), words, "{address}");
        }
    }

    #[test]
    fn rows_that_are_no_functions_come_last() {
        let rows = [
            "(root)",
            "(program)",
            "(IDLE)",
            "(IDLE_EXTERNAL)",
            "(garbage collector)",
            "",
        ];
        assert!(rows.iter().all(|row| Origin::of("", row) == Origin::Engine));
        assert_eq!(Origin::of("", "(anonymous)"), Origin::BuiltIn);
        let order = [
            ("app.js", "f"),
            ("node_modules/p/i.js", "f"),
            ("node:fs", "f"),
            ("", "map"),
            ("", "(root)"),
        ];
        let ranks = order.map(|(address, function)| Origin::of(address, function).rank());
        assert!(ranks.is_sorted());
    }
}
