#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| leak_lab_fuzz::target::any(bytes));
