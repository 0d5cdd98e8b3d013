//! Checks one record.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chanjiao::Enterprise;

use crate::Service;
use crate::checked::{Checked, Given, Named};
use crate::language::Negotiated;
use crate::problem::{Problem, Reason};

/// Checks a record of any subject. If it has no faults, the response is the answer of
/// `chanjiao::check_json`, byte for byte.
pub(crate) async fn check(
    State(service): State<Arc<Service>>,
    Named(subject): Named,
    given: Given,
) -> Result<Response, Problem> {
    let answer = service.pool.work(given.len(), move || {
        let (record, parameters) = given.parse(|text| subject.parse(text))?;
        Ok(record.check(&parameters).answer_json())
    });
    answer.await.map(json)
}

/// Reports how many practice positions for teachers an enterprise lacks: a typed record in, one finding
/// out.
pub(crate) async fn teacher_posts(
    Negotiated(language): Negotiated,
    Checked { facts, parameters }: Checked<Enterprise>,
) -> Result<Response, Problem> {
    let report = chanjiao::check(&facts, &parameters);
    let finding = report.finding("enterprise.teacher_posts");
    let text = finding.and_then(|finding| serde_json::to_string(finding).ok());
    text.map(json).ok_or_else(|| Reason::Broken.problem(language))
}

/// Returns a JSON response.
pub(crate) fn json(text: impl Into<Bytes>) -> Response {
    ([(CONTENT_TYPE, "application/json")], text.into()).into_response()
}
