use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::Failure;

/// Thrown away and made anew from the same compiled module: scenarios on reset, the others after a trap.
const RESETTABLE: [&str; 4] = ["lab", "lab_web", "scope", "inspect"];

/// Writes `NAME.js`, `NAME.d.ts`, `NAME_bg.wasm` and snippets for the module `NAME.wasm`.
pub(super) fn generate(module: &Path, folder: &Path) -> Result<(), Failure> {
    let resettable = module
        .file_stem()
        .is_some_and(|name| RESETTABLE.iter().any(|module| name == *module));
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .typescript(true)
        .omit_default_module_path(false)
        // Names are a tenth of what the first view transfers.
        .remove_name_section(true)
        .reset_state_function(resettable);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| {
            let name = module.file_name().unwrap_or_default().display();
            Failure::new(format!(
                "the bindings of {name} could not be generated: {error:#}"
            ))
        })
}
