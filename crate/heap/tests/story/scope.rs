//! Variables by the function and the script they stand in.

use heap::story;

use super::{at, page, told};

/// A function `onResize` at line 12 whose scope holds a cache; the scope is reached over a closure within.
const SCOPES: &str = r#"
    @11 closure tick 10 at 4:20:8: internal shared -> @12, internal context -> @13
    @12 code tick 10: internal script -> @17
    @13 object "system / Context" 10: context cache -> @21, internal scope_info -> @14, internal previous -> @23
    @14 code "system / ScopeInfo" 10
    @15 code onResize 10: internal name_or_scope_info -> @14, internal script -> @17
    @16 closure onResize 10 at 4:11:4: internal shared -> @15, internal context -> @23
    @17 code "system / Script / https://app.example/js/app.js?v=3" 10
    @21 object Cache 10
    @23 object "system / Context" 10: context taskHead -> @25, internal scope_info -> @24, internal previous -> @9
    @24 code "system / ScopeInfo" 10
    @25 object Timer 10: next -> @27
    @27 object Timer 10
    @28 code "(shared function info)" 10: internal name_or_scope_info -> @24, internal script -> @17
"#;

#[test]
fn a_variable_has_its_function_and_place() {
    let snapshot = page("tick -> @11, onResize -> @16, kept -> @28", SCOPES);
    assert_eq!(
        told(&snapshot, 21),
        "Cache ← variable cache in the scope of onResize() (app.js:12:5) ← tick() (app.js:21:9) ← tick of App ← app of Window"
    );
    assert_eq!(
        story::scope(&snapshot, at(&snapshot, 13)),
        "the scope of onResize() (app.js:12:5)"
    );
}

#[test]
fn a_variable_of_a_module_is_the_end() {
    let snapshot = page("tick -> @11, onResize -> @16, kept -> @28", SCOPES);
    assert_eq!(
        told(&snapshot, 27),
        "Timer ← next of Timer ← variable taskHead in the module scope of app.js"
    );
    let shared = SCOPES.replace("context -> @13", "context -> @23");
    let snapshot = page("tick -> @11, onResize -> @16, kept -> @28", &shared);
    assert!(told(&snapshot, 25).ends_with("app.js (shared by 2 functions)"));
}

#[test]
fn the_function_around_a_bundle_is_a_module_though_v8_still_has_it() {
    let around = |place: &str| {
        let scopes = SCOPES.to_owned()
            + &format!(
                "@29 closure \"\" 10 at 4:{place}: internal shared -> @28, internal context -> @9\n@30 object \"\" 10: constructor -> @29"
            );
        let roots = "tick -> @11, onResize -> @16, internal cache -> @29, prototype -> @30";
        told(&page(roots, &scopes), 27)
    };
    assert!(around("0:1").ends_with("in the module scope of app.js"));
    assert!(around("7:1").contains("the scope of (anonymous)() (app.js:8:2)"));
}

#[test]
fn what_a_function_without_a_name_can_still_be_called_for_is_no_module() {
    let scopes = SCOPES.to_owned()
        + "@29 closure \"\" 10 at 4:0:0: internal shared -> @28, internal context -> @9";
    let snapshot = page("tick -> @11, onResize -> @16, handler -> @29", &scopes);
    assert_eq!(
        told(&snapshot, 25),
        "Timer ← variable taskHead in the scope of (anonymous)() (app.js:1:1) ← onResize() (app.js:12:5) ← onResize of App ← app of Window"
    );
}

#[test]
fn a_block_belongs_to_its_function_and_a_bundled_file_is_a_module() {
    let block = SCOPES
        .replace(
            "internal scope_info -> @14",
            "internal scope_info -> @19",
        )
        .replace(
            "@14 code \"system / ScopeInfo\" 10",
            "@14 code \"system / ScopeInfo\" 10\n@19 code \"system / ScopeInfo\" 10: internal outer_scope_info -> @14",
        );
    let app = "tick -> @11, onResize -> @16, kept -> @28";
    let snapshot = page(app, &block);
    assert!(told(&snapshot, 21).contains("cache in the scope of onResize() (app.js:12:5)"));
    let file = SCOPES.replace("closure onResize", "closure \"lib/cache.js\"");
    let snapshot = page(app, &file);
    assert_eq!(
        told(&snapshot, 21),
        "Cache ← variable cache in the module scope of cache.js"
    );
}
