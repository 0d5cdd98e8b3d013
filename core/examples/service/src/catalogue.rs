//! Catalogues: documents that do not change while the service runs.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chanjiao::schema::{self, Draft};
use serde_json::{Value, json};

use crate::Service;
use crate::check::json as json_response;
use crate::language::Negotiated;
use crate::openapi;
use crate::problem::{Problem, Reason};

/// Every document, serialized once.
#[derive(Debug)]
pub(crate) struct Catalogue {
    rules: Bytes,
    each_rule: HashMap<String, Bytes>,
    subjects: Bytes,
    parameters: Bytes,
    policy: Bytes,
    openapi: Bytes,
    health: Bytes,
    schemas: HashMap<String, Bytes>,
}

impl Catalogue {
    pub(crate) fn new() -> Self {
        let rules = schema::rules();
        let listed = rules.get("rules").and_then(Value::as_array).into_iter().flatten();
        let each_rule =
            listed.filter_map(|rule| Some((rule.get("rule")?.as_str()?.to_owned(), bytes(rule))));
        let health = json!({
            "status": "ok",
            "version": chanjiao::VERSION,
            "digest": chanjiao::DIGEST,
        });
        Self {
            each_rule: each_rule.collect(),
            rules: bytes(&rules),
            subjects: bytes(&schema::subjects()),
            parameters: bytes(&schema::parameters_catalogue()),
            policy: bytes(&schema::policy()),
            openapi: bytes(&openapi::document()),
            health: bytes(&health),
            schemas: schemas(),
        }
    }
}

fn bytes(document: &Value) -> Bytes {
    document.to_string().into()
}

/// Returns every schema by its path, as in the folder `schemas`.
fn schemas() -> HashMap<String, Bytes> {
    let mut schemas = HashMap::new();
    for (folder, draft) in [("2020-12", Draft::Draft2020), ("draft-07", Draft::Draft07)] {
        let mut put = |name: &str, schema: Value| {
            schemas.insert(format!("{folder}/{name}.json"), bytes(&schema));
        };
        for subject in chanjiao::subjects() {
            put(subject.name, schema::subject(subject, draft));
        }
        put("parameters", schema::parameters(draft));
        put("answer", schema::answer(draft));
        put("questions", schema::questions(draft));
        put("catalogue", schema::catalogue(draft));
    }
    schemas
}

type Shared = State<Arc<Service>>;

pub(crate) async fn rules(State(service): Shared) -> Response {
    json_response(service.catalogue.rules.clone())
}

pub(crate) async fn rule(
    State(service): Shared,
    Negotiated(language): Negotiated,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let rule = service.catalogue.each_rule.get(&id).cloned();
    rule.map(json_response).ok_or_else(|| Reason::NotFound.problem(language))
}

pub(crate) async fn subjects(State(service): Shared) -> Response {
    json_response(service.catalogue.subjects.clone())
}

pub(crate) async fn parameters(State(service): Shared) -> Response {
    json_response(service.catalogue.parameters.clone())
}

pub(crate) async fn policy(State(service): Shared) -> Response {
    json_response(service.catalogue.policy.clone())
}

pub(crate) async fn schema(
    State(service): Shared,
    Negotiated(language): Negotiated,
    Path((draft, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let schema = service.catalogue.schemas.get(&format!("{draft}/{file}")).cloned();
    let kind = [(CONTENT_TYPE, "application/schema+json")];
    let response = schema.map(|schema| (kind, schema).into_response());
    response.ok_or_else(|| Reason::NotFound.problem(language))
}

pub(crate) async fn openapi(State(service): Shared) -> Response {
    json_response(service.catalogue.openapi.clone())
}

pub(crate) async fn health(State(service): Shared) -> Response {
    json_response(service.catalogue.health.clone())
}
