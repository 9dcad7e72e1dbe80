//! libFuzzer on `properties::loader`, which a normal test replays over the committed corpus.
#![no_main]

#[path = "../../tests/fuzz/properties.rs"]
mod properties;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| properties::loader(bytes));
