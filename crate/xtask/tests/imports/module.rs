//! The modules of a crate, parsed: what each defines, brings in and speaks of.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Item, ItemMod, UseTree,
    visit::{self, Visit},
};

/// `["view", "page"]` is `crate::view::page`.
pub(crate) type Name = Vec<String>;

#[derive(Default)]
pub(crate) struct Module {
    pub(crate) items: BTreeSet<String>,
    /// What a `use` brings in, by the name it has here.
    pub(crate) uses: BTreeMap<String, Name>,
    pub(crate) globs: Vec<Name>,
    /// Every path that stands in it, imports too.
    pub(crate) paths: BTreeSet<Name>,
}

/// All modules below the root file, without those for tests.
pub(crate) fn modules(root: &Path) -> BTreeMap<Name, Module> {
    let mut all = BTreeMap::new();
    let folder = root.parent().unwrap().to_owned();
    read(&parse(root), Vec::new(), &folder, &mut all);
    all
}

fn parse(file: &Path) -> Vec<Item> {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let parsed = syn::parse_file(&text);
    parsed
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
        .items
}

/// `folder` holds the files of the module's children.
fn read(items: &[Item], name: Name, folder: &Path, all: &mut BTreeMap<Name, Module>) {
    let mut module = Module::default();
    for item in items {
        match item {
            Item::Mod(inner) if !is_for_tests(&inner.attrs) => {
                let own = inner.ident.to_string();
                let below = [name.clone(), vec![own.clone()]].concat();
                let folder = folder.join(&own);
                match &inner.content {
                    Some((_, items)) => read(items, below, &folder, all),
                    None => read(&parse(&file_of(inner, &folder)), below, &folder, all),
                }
            }
            Item::Mod(_) => {}
            item if is_for_tests(attributes(item)) => {}
            item => {
                module.items.extend(defined(item));
                module.visit_item(item);
            }
        }
    }
    all.insert(name, module);
}

fn file_of(module: &ItemMod, folder: &Path) -> PathBuf {
    let beside = folder.with_extension("rs");
    let inside = folder.join("mod.rs");
    let found = [beside, inside].into_iter().find(|file| file.exists());
    found.unwrap_or_else(|| panic!("{} has no file at {}", module.ident, folder.display()))
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let list = attribute.meta.require_list();
        attribute.path().is_ident("cfg") && list.is_ok_and(|list| list.tokens.to_string() == "test")
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => &[],
    }
}

fn defined(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}

impl Module {
    fn bring(&mut self, tree: &UseTree, mut before: Name) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.bring(&path.tree, before);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.bring(tree, before.clone());
                }
            }
            UseTree::Glob(_) => self.globs.push(before),
            UseTree::Name(name) if name.ident == "self" => {
                self.name(before.last().cloned().unwrap_or_default(), before);
            }
            UseTree::Name(name) => {
                before.push(name.ident.to_string());
                self.name(name.ident.to_string(), before);
            }
            UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    before.push(rename.ident.to_string());
                }
                self.name(rename.rename.to_string(), before);
            }
        }
    }

    fn name(&mut self, name: String, path: Name) {
        self.paths.insert(path.clone());
        self.uses.insert(name, path);
    }

    /// Paths in the words of a macro's call: names with `::` between them.
    fn tokens(&mut self, tokens: TokenStream) {
        let (mut path, mut colons) = (Name::new(), 0);
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons != 2 && !path.is_empty() {
                        self.paths.insert(std::mem::take(&mut path));
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => colons += 1,
                other => {
                    if !path.is_empty() {
                        self.paths.insert(std::mem::take(&mut path));
                    }
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        if !path.is_empty() {
            self.paths.insert(path);
        }
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.bring(&item.tree, Name::new());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|part| part.ident.to_string());
        self.paths.insert(names.collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}
