//! Where a path leads: through imports, globs and re-exports to the module that defines the item, or out of the crate.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use super::module::{Module, Name, modules};

pub(crate) struct Crate {
    pub(crate) modules: BTreeMap<Name, Module>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// The module of this crate that defines it.
    Here(Name),
    /// A path into another crate.
    Elsewhere(Name),
}

/// Re-exports of re-exports, at most.
const DEPTH: usize = 16;

impl Crate {
    /// From its root file.
    pub(crate) fn read(root: &Path) -> Self {
        Self {
            modules: modules(root),
        }
    }

    /// Where all paths of a module lead.
    pub(crate) fn places(&self, module: &Name) -> BTreeSet<Place> {
        let own = &self.modules[module];
        let globs = own.globs.iter().filter_map(|glob| {
            let place = self.walk(module, glob, DEPTH)?;
            // What a glob of this crate brings is seen where it is used.
            matches!(place, Place::Elsewhere(_)).then_some(place)
        });
        let paths = own.paths.iter();
        let places = paths.filter_map(|path| self.walk(module, path, DEPTH));
        places.chain(globs).collect()
    }

    /// `None` for what is local to a function, a generic, or of the prelude.
    fn walk(&self, from: &Name, path: &[String], depth: usize) -> Option<Place> {
        let depth = depth.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.descend(&Name::new(), rest, depth),
            "self" => self.descend(from, rest, depth),
            "super" => self.descend(&from[..from.len().checked_sub(1)?].to_vec(), rest, depth),
            _ if self.has(from, first, depth) => self.descend(from, path, depth),
            // A bare name nobody brought in is no path into another crate.
            _ => (!rest.is_empty()).then(|| Place::Elsewhere(path.to_vec())),
        }
    }

    fn descend(&self, module: &Name, path: &[String], depth: usize) -> Option<Place> {
        let depth = depth.checked_sub(1)?;
        let Some((first, rest)) = path.split_first() else {
            return Some(Place::Here(module.clone()));
        };
        if first == "super" {
            let above = module[..module.len().checked_sub(1)?].to_vec();
            return self.descend(&above, rest, depth);
        }
        let child = [module.clone(), vec![first.clone()]].concat();
        if self.modules.contains_key(&child) {
            return self.descend(&child, rest, depth);
        }
        let own = &self.modules[module];
        if own.items.contains(first) {
            return Some(Place::Here(module.clone()));
        }
        if let Some(brought) = own.uses.get(first) {
            let path = [brought, rest].concat();
            // An import named like a crate (`use wtf8;`) would lead to itself.
            return if brought[..] == [first.clone()] {
                Some(Place::Elsewhere(path))
            } else {
                self.walk(module, &path, depth)
            };
        }
        own.globs.iter().find_map(|glob| {
            let Place::Here(target) = self.walk(module, glob, depth)? else {
                return None;
            };
            let found = self.has(&target, first, depth);
            found.then(|| self.descend(&target, path, depth))?
        })
    }

    fn has(&self, module: &Name, name: &str, depth: usize) -> bool {
        let own = &self.modules[module];
        let child = [module.clone(), vec![name.to_owned()]].concat();
        own.items.contains(name)
            || own.uses.contains_key(name)
            || self.modules.contains_key(&child)
            || own.globs.iter().any(|glob| {
                let place = depth.checked_sub(1).and_then(|depth| self.walk(module, glob, depth));
                matches!(place, Some(Place::Here(target)) if self.has(&target, name, depth.saturating_sub(1)))
            })
    }
}
