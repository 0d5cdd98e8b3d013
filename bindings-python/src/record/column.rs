//! A list of Python objects as a column: a union whose cells are read one by one.

use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, Float64Builder, LargeStringBuilder};
use arrow_array::cast::AsArray;
use arrow_array::types::Float64Type;
use arrow_array::{Array, ArrayRef, LargeStringArray, UnionArray};
use arrow_schema::{DataType, Field, UnionFields, UnionMode};
use chanjiao::json::{MAX_DEPTH, MAX_TEXT, MAX_VALUES, Node};
use pyo3::exceptions::{PyException, PyOverflowError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyFloat, PyString};

use super::{Converter, Unsupported};

/// Objects between two checks for interrupts.
const OBJECTS: usize = 1 << 14;

/// The types of a column of objects. A string is the text of a cell, a float is read as in a column of
/// floats, and any other object as in a record.
const TEXT: i8 = 0;
const FLOAT: i8 = 1;
const JSON: i8 = 2;

/// The objects as a column.
pub(crate) fn column(objects: &Bound<'_, PyAny>, nan_is_missing: bool) -> PyResult<ArrayRef> {
    let py = objects.py();
    let (mut types, mut offsets) = (Vec::new(), Vec::new());
    let (mut texts, mut values) = (LargeStringBuilder::new(), LargeStringBuilder::new());
    let mut floats = Float64Builder::new();
    for (index, object) in objects.try_iter()?.enumerate() {
        if index % OBJECTS == 0 {
            py.check_signals()?;
        }
        let object = object?;
        let (of, offset) = if object.is_none() {
            texts.append_null();
            (TEXT, texts.len())
        } else if let Ok(text) = object.cast::<PyString>()
            && let Ok(text) = text.to_str()
        {
            texts.append_value(text);
            (TEXT, texts.len())
        } else if let Ok(float) = object.cast::<PyFloat>() {
            floats.append_value(float.value());
            (FLOAT, floats.len())
        } else {
            values.append_option(json(&object, nan_is_missing)?);
            (JSON, values.len())
        };
        types.push(of);
        offsets.push(
            i32::try_from(offset - 1)
                .map_err(|error| PyOverflowError::new_err(error.to_string()))?,
        );
    }
    let children: Vec<ArrayRef> =
        vec![Arc::new(texts.finish()), Arc::new(floats.finish()), Arc::new(values.finish())];
    let union = UnionArray::try_new(fields()?, types.into(), Some(offsets.into()), children);
    Ok(Arc::new(union.map_err(crate::arrow::broken)?))
}

/// The JSON text of an object; `None` if it is missing. What is no plain value becomes a text that is no
/// JSON: a fault of its row that names its type.
fn json(object: &Bound<'_, PyAny>, nan_is_missing: bool) -> PyResult<Option<String>> {
    let mut converter =
        Converter { values_left: MAX_VALUES, text_left: MAX_TEXT, ordinary: true, nan_is_missing };
    let what = match converter.node(object, MAX_DEPTH) {
        Ok(Node::Null) => return Ok(None),
        Ok(node) => {
            let mut text = String::new();
            node.push_json(&mut text);
            return Ok(Some(text));
        }
        Err(Unsupported::NotPlain { what, .. }) => what,
        Err(Unsupported::Raised(error)) if error.is_instance_of::<PyException>(object.py()) => {
            object.get_type().name()?.to_string()
        }
        Err(Unsupported::Raised(error)) => return Err(error),
    };
    Ok(Some(format!("<{what}>")))
}

fn fields() -> PyResult<UnionFields> {
    let json = [("ARROW:extension:name".to_owned(), "arrow.json".to_owned())];
    let fields = [
        Field::new("text", DataType::LargeUtf8, true),
        Field::new("float", DataType::Float64, true),
        Field::new("json", DataType::LargeUtf8, true).with_metadata(json),
    ];
    UnionFields::try_new([TEXT, FLOAT, JSON], fields)
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// Whether a column was made of objects.
fn is_of_objects(of: &DataType) -> bool {
    let DataType::Union(given, UnionMode::Dense) = of else { return false };
    fields().is_ok_and(|fields| *given == fields)
}

/// The field of a column that is returned: one of objects is returned as texts.
pub(crate) fn returned_field(field: &Field) -> Field {
    if is_of_objects(field.data_type()) {
        field.clone().with_data_type(DataType::LargeUtf8)
    } else {
        field.clone()
    }
}

/// A column as it is returned.
pub(crate) fn returned(column: ArrayRef) -> ArrayRef {
    let Some(union) = column.as_union_opt().filter(|it| is_of_objects(it.data_type())) else {
        return column;
    };
    let text = |row| {
        let (of, at) = (union.type_id(row), union.value_offset(row));
        let child = union.child(of);
        let shown = match of {
            FLOAT => child.as_primitive::<Float64Type>().value(at).to_string(),
            _ => child.as_string::<i64>().value(at).to_owned(),
        };
        child.is_valid(at).then_some(shown)
    };
    Arc::new((0..union.len()).map(text).collect::<LargeStringArray>())
}
