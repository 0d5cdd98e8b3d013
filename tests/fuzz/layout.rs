#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| chanjiao_tests::targets::layout(data));
