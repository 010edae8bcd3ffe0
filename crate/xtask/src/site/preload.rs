use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::MODULES;
use crate::Failure;

const PAGE: &str = "index.html";
/// What the first view fetches besides modules, where the site has it.
const DATA: [&str; 2] = ["catalogue/index.json", "checked.json"];

/// Names in the page's head all that its first view will ask for, so that the browser need not read one module to learn of
/// the next. The worker's are not among them: a worker does not share what its page has loaded ahead.
pub(super) fn write(site: &Path) -> Result<(), Failure> {
    let page = site.join(PAGE);
    let html = fs::read_to_string(&page).map_err(Failure::at("read", &page))?;
    let Some(at) = html.find(MODULE_SCRIPT) else {
        return Err(Failure::new(format!("{PAGE} has no {MODULE_SCRIPT}…")));
    };
    let modules = reachable(site, &scripts(&html))?;
    let binary = |bindings: &String| {
        let name = bindings.strip_prefix("wasm/")?.strip_suffix(".js")?;
        let module = MODULES.iter().find(|module| module.name == name)?;
        Some(format!("wasm/{}", module.binary()))
    };
    let data = DATA.map(str::to_owned).into_iter();
    let data = data.filter(|file| site.join(file).is_file());
    let files = modules.iter().filter_map(binary).chain(data);
    let files = files
        .map(|file| format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{file}\">"));
    let links = modules
        .iter()
        .map(|module| format!("<link rel=\"modulepreload\" href=\"./{module}\">"))
        .chain(files);
    let links: String = links.flat_map(|link| [link, "\n  ".into()]).collect();
    let (before, after) = html.split_at(at);
    fs::write(&page, [before, &links, after].concat()).map_err(Failure::at("write", &page))
}

const MODULE_SCRIPT: &str = "<script type=\"module\" src=\"./";

fn scripts(html: &str) -> Vec<String> {
    let sources = html.split(MODULE_SCRIPT).skip(1);
    sources
        .filter_map(|rest| Some(rest.split_once('"')?.0.to_owned()))
        .collect()
}

/// Every module that `first` ones import, and those import, as paths from the site's root.
fn reachable(site: &Path, first: &[String]) -> Result<BTreeSet<String>, Failure> {
    let mut found = BTreeSet::new();
    let mut next = first.to_vec();
    while let Some(module) = next.pop() {
        if found.contains(&module) {
            continue;
        }
        let file = site.join(&module);
        let text = fs::read_to_string(&file).map_err(Failure::at("read", &file))?;
        for specifier in imports(&text) {
            next.push(resolve(&module, specifier).ok_or_else(|| {
                let message =
                    format!("{module} imports {specifier:?}, which is no path below the site");
                Failure::new(message)
            })?);
        }
        found.insert(module);
    }
    Ok(found)
}

/// What a module imports statically. It must be formatted: such a statement starts its line.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let starts = text.match_indices('\n').map(|(at, _)| at + 1);
    let lines = std::iter::once(0).chain(starts).map(|at| &text[at..]);
    lines.filter_map(|rest| {
        let keywords = ["import ", "export {", "export *"];
        keywords.iter().find(|word| rest.starts_with(**word))?;
        let (clause, quoted) = rest.split_at(rest.find(['"', '\''])?);
        let named = !clause.contains(';') && (clause == "import " || clause.ends_with(" from "));
        let quote = quoted.chars().next().filter(|_| named)?;
        Some(quoted[1..].split_once(quote)?.0)
    })
}

/// `specifier` as seen from `module`, without `.` and `..`.
fn resolve(module: &str, specifier: &str) -> Option<String> {
    if !specifier.starts_with("./") && !specifier.starts_with("../") {
        return None;
    }
    let mut path = PathBuf::from(module);
    path.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." => path.pop().then_some(())?,
            name => path.push(name),
        }
    }
    Some(path.to_str()?.replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_of_every_form_are_found_and_nothing_else() {
        let text = "import { a } from \"./a.js\";\nimport \"./b.js\";\nimport * as c from './c.js';\nimport {\n  d,\n  e,\n} from \"./d.js\"\n\
            export { f } from \"./f.js\";\nexport * from \"./g.js\";\n/** @import {H} from \"./h.js\" */\n/** @type {import('./i.js').I} */\n\
            export { a };\nexport const from = \" from './j.js'\";\nconst k = await import(\"./k.js\");\n  import \"./l.js\";\n";
        let found: Vec<_> = imports(text).collect();
        assert_eq!(
            found,
            ["./a.js", "./b.js", "./c.js", "./d.js", "./f.js", "./g.js"]
        );
    }

    #[test]
    fn a_path_is_seen_from_the_module_that_names_it() {
        let seen = |module, specifier| resolve(module, specifier);
        assert_eq!(seen("app.js", "./lab/api.js").unwrap(), "lab/api.js");
        assert_eq!(
            seen("wasm/lab.js", "../lab/roots.js").unwrap(),
            "lab/roots.js"
        );
        for (module, specifier) in [
            ("app.js", "../out.js"),
            ("app.js", "react"),
            ("app.js", "/x.js"),
        ] {
            assert_eq!(resolve(module, specifier), None, "{specifier}");
        }
    }
}
