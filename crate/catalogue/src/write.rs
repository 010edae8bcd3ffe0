use crate::entry::{Entry, all};
use crate::{CardPage, Index, generated};
use std::path::Path;
use std::{fs, io};

/// Writes into a site: `catalogue/index.json`, a `catalogue/<slug>.json` each, the modules beside scenarios in `recipe/`,
/// and `generated/lab.js` with its types.
///
/// # Errors
/// If a file cannot be read or written.
pub fn write(site: &Path) -> io::Result<()> {
    let [catalogue, recipe, tables] =
        ["catalogue", "recipe", "generated"].map(|name| site.join(name));
    for folder in [&catalogue, &recipe, &tables] {
        fs::create_dir_all(folder)?;
    }
    let entries = all();
    fs::write(
        catalogue.join("index.json"),
        serde_json::to_vec(&Index::of(&entries))?,
    )?;
    for entry in &entries {
        let card = CardPage::of(entry);
        fs::write(
            catalogue.join(format!("{}.json", card.slug)),
            serde_json::to_vec(&card)?,
        )?;
        copy_modules(entry, &recipe)?;
    }
    fs::write(tables.join("lab.js"), generated::module())?;
    fs::write(tables.join("lab.d.ts"), generated::types())?;
    fs::write(tables.join("catalogue.d.ts"), generated::CATALOGUE_TYPES)
}

/// What lies beside a scenario: `<slug>.js`, and further modules of that name, such as `<slug>.worker.js`.
fn copy_modules(entry: &Entry, recipe: &Path) -> io::Result<()> {
    let file = Entry::on_disk(&entry.path("rs"));
    let folder = file.parent().unwrap_or(Path::new("."));
    for found in fs::read_dir(folder)? {
        let path = found?.path();
        let name = path.file_name().unwrap_or_default();
        let is_beside = name
            .to_str()
            .and_then(|name| name.strip_prefix(entry.scenario.file))
            .is_some_and(|rest| rest.starts_with('.'));
        if is_beside && path.extension().is_some_and(|end| end == "js") {
            fs::copy(&path, recipe.join(name))?;
        }
    }
    Ok(())
}
