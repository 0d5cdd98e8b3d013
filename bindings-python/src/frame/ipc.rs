//! Tables as Arrow IPC streams, by which they are pickled.

use arrow_array::RecordBatch;
use arrow_ipc::reader::StreamReader;
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{ArrowError, SchemaRef};
use pyo3::PyResult;

use crate::arrow::broken;

/// Writes batches of one schema.
pub(super) fn write(schema: &SchemaRef, batches: &[RecordBatch]) -> PyResult<Vec<u8>> {
    let written = || {
        let mut writer = StreamWriter::try_new(Vec::new(), schema)?;
        batches.iter().try_for_each(|batch| writer.write(batch))?;
        writer.finish()?;
        writer.into_inner()
    };
    written().map_err(broken)
}

/// Reads what [`write`] wrote.
pub(super) fn read(data: &[u8]) -> PyResult<(SchemaRef, Vec<RecordBatch>)> {
    let read = || {
        let reader = StreamReader::try_new(data, None)?;
        let schema = reader.schema();
        Ok::<_, ArrowError>((schema, reader.collect::<Result<_, _>>()?))
    };
    read().map_err(broken)
}
