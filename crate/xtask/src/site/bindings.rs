use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use super::Module;
use crate::Failure;

/// Writes `NAME.js`, `NAME.d.ts`, `NAME_bg.wasm` and snippets for a module compiled to `file`.
pub(super) fn generate(module: &Module, file: &Path, folder: &Path) -> Result<(), Failure> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(file)
        .typescript(true)
        .omit_default_module_path(false)
        // Names are a tenth of what the first view transfers.
        .remove_name_section(true)
        .reset_state_function(module.resettable);
    bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .map_err(|error| {
            Failure::new(format!(
                "the bindings of {} could not be generated: {error:#}",
                module.name
            ))
        })
}
