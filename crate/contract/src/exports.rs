/// What a page calls of a module of scenarios: the same for each, over its own list.
#[macro_export]
macro_rules! exports {
    ($codes:expr) => {
        /// Makes one unit: the unit to watch, a promise of it, or nothing where it counts itself. `module` is what lies
        /// beside the scenario, if anything does.
        ///
        /// # Errors
        /// What could not be had, as it was thrown.
        #[wasm_bindgen(unchecked_return_type = "unknown")]
        pub fn make(place: usize, fixed: bool, module: &JsValue) -> Result<JsValue, JsValue> {
            $crate::make($codes[place], fixed, module)
        }

        /// Makes so many units in one turn, and hands those in JavaScript's heap to `watch`.
        #[wasm_bindgen(js_name = makeBatch)]
        pub fn make_batch(place: usize, fixed: bool, units: u32, watch: &Function) {
            $crate::make_batch($codes[place], fixed, units, watch);
        }

        /// Takes so many units through one phase.
        #[wasm_bindgen(js_name = makePhase)]
        pub fn make_phase(place: usize, fixed: bool, units: u32, phase: usize) {
            $crate::make_phase($codes[place], fixed, units, phase);
        }

        /// Drops all that a scenario keeps.
        #[wasm_bindgen(js_name = letGo)]
        pub fn let_go(place: usize) {
            $crate::let_go($codes[place]);
        }

        /// How many units of a scenario count themselves as alive.
        #[wasm_bindgen]
        pub fn alive(place: usize) -> u32 {
            $crate::alive($codes[place])
        }
    };
}
