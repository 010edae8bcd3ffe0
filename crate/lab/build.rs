//! Gives the lab's linear memory a maximum, so that a runaway leak meets a failed `memory.grow` long before the tab dies.

const MAXIMUM_BYTES: u64 = 1 << 30;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-env=LAB_MAXIMUM_BYTES={MAXIMUM_BYTES}");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-cdylib=--max-memory={MAXIMUM_BYTES}");
    }
}
