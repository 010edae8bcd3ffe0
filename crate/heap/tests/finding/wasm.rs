//! What WebAssembly keeps.

use heap::{Pattern, Snapshot};

use super::{drawn, edges, labels, notable, times, usual};

/// A table with so many objects; the rest of its slots is undefined.
fn table(count: u64) -> Snapshot {
    let mut nodes = vec![
        "@10 object Table 40: __proto__ -> @11, hidden 2 -> @12".into(),
        "@11 object \"WebAssembly.Table\" 28".into(),
        format!(
            "@12 array \"\" 520: internal 500 -> @13, internal 501 -> @13, {}",
            edges(count, 100, |at| format!("internal {at}"))
        ),
        "@13 native \"system / Oddball\" 12".into(),
        "@14 object Table 40: __proto__ -> @13".into(),
    ];
    nodes.extend(times(count, 100, |id| format!("@{id} object Held 16")));
    drawn("internal exports -> @10, internal furniture -> @14", &nodes)
}

#[test]
fn objects_in_a_table_are_found() {
    let found = notable(&table(64), Pattern::HeldByWasm);
    assert_eq!((found.count, found.retained), (64, 64 * 16));
    assert_eq!(labels(&found), ["64 Held in a table: 1 kB"]);
    assert_eq!(usual(&table(16), Pattern::HeldByWasm).unwrap().count, 16);
}

/// Objects of a class of wasm-bindgen's, alive and freed.
fn structs(alive: u64, freed: u64) -> Snapshot {
    let mut nodes = vec![
        format!(
            "@10 object Array 16: {}",
            edges(alive + freed, 100, |at| at.to_string())
        ),
        "@11 number \"smi number\" 0: internal value -> @12".into(),
        "@12 string \"1048608\" 0".into(),
        "@13 number \"smi number\" 0: internal value -> @14".into(),
        "@14 string \"0\" 0".into(),
    ];
    nodes.extend(times(alive, 100, |id| {
        format!("@{id} object Record 28: __wbg_ptr -> @11")
    }));
    nodes.extend(times(freed, 100 + alive, |id| {
        format!("@{id} object Record 28: __wbg_ptr -> @13")
    }));
    drawn("internal records -> @10", &nodes)
}

#[test]
fn structs_that_are_not_freed_are_found() {
    let found = notable(&structs(40, 10), Pattern::WasmStructs);
    assert_eq!((found.count, found.retained), (40, 40 * 28));
    assert_eq!(labels(&found), ["40 Record not freed: 1.1 kB"]);
    assert_eq!(
        usual(&structs(5, 40), Pattern::WasmStructs).unwrap().count,
        5
    );
    assert_eq!(usual(&structs(0, 40), Pattern::WasmStructs), None);
}

/// A linear memory of so many bytes, beside the prototype.
fn memory(bytes: u64) -> Snapshot {
    drawn(
        "internal memory -> @10",
        &[
            "@10 object Memory 32: __proto__ -> @11, hidden 2 -> @12".into(),
            "@11 object \"WebAssembly.Memory\" 28".into(),
            "@12 object ArrayBuffer 52: internal backing_store -> @13".into(),
            format!("@13 native \"system / JSArrayBufferData\" {bytes}"),
        ],
    )
}

#[test]
fn a_large_linear_memory_is_found_and_is_no_buffer() {
    let snapshot = memory(71_380_224);
    let found = notable(&snapshot, Pattern::WasmMemory);
    assert_eq!((found.count, found.retained), (1, 71_380_224));
    assert_eq!(labels(&found), ["Memory: 71.3 MB"]);
    assert_eq!(usual(&snapshot, Pattern::ArrayBuffers), None);
    assert_eq!(
        usual(&memory(51_380_224), Pattern::WasmMemory)
            .unwrap()
            .count,
        1
    );
}
