//! Data compressed with gzip. It is decompressed as it is read, so any amount of it needs no memory.

use std::io::Read;

use flate2::read::MultiGzDecoder;

/// The decompressed bytes of an input.
pub(crate) fn decompressed(from: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
    Box::new(MultiGzDecoder::new(from))
}
