//! One record: its answer.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chanjiao::{Enterprise, check as judged};

use crate::Service;
use crate::checked::{Checked, Given, Named};
use crate::language::Spoken;
use crate::problem::{Problem, Reason};

/// Checks a record of any subject: the answer of `chanjiao::check_json`, byte for byte, where the
/// record has no faults.
pub(crate) async fn check(
    State(service): State<Arc<Service>>,
    Named(subject): Named,
    given: Given,
) -> Result<Response, Problem> {
    let answer = service.pool.work(given.len(), move || {
        let (record, parameters) = given.read(|text| subject.parse(text))?;
        Ok(record.check(&parameters).answer_json())
    });
    answer.await.map(json)
}

/// Says what an enterprise still owes in posts for teachers' practice: a typed record in, one
/// finding out.
pub(crate) async fn teacher_posts(
    Spoken(language): Spoken,
    Checked { facts, parameters }: Checked<Enterprise>,
) -> Result<Response, Problem> {
    let report = judged(&facts, &parameters);
    let finding = report.finding("enterprise.teacher_posts");
    let text = finding.and_then(|finding| serde_json::to_string(finding).ok());
    text.map(json).ok_or_else(|| Reason::Broken.told(language))
}

/// A response of JSON text.
pub(crate) fn json(text: impl Into<Bytes>) -> Response {
    ([(CONTENT_TYPE, "application/json")], text.into()).into_response()
}
