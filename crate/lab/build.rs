//! Gives the lab's linear memory a maximum, so that a runaway leak meets a failed `memory.grow` long before the tab dies.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-cdylib=--max-memory={}", 1u64 << 30);
    }
}
