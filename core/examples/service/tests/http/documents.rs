//! Schemas, `OpenAPI` and catalogues.

use std::collections::{BTreeSet, HashMap};
use std::error::Error;
use std::path::Path;

use chanjiao::schema::{self, Draft};
use hyper::StatusCode;
use jsonschema::{Retrieve, Uri, Validator};
use serde_json::{Value, json};

use super::running::Running;

/// The base URL for references between documents.
const BASE: &str = "http://service/openapi.json";

/// The schemas of the `OpenAPI` document, with references resolved.
pub(crate) struct Schemas(HashMap<String, Validator>);

/// Documents by URL.
struct Fetched(HashMap<String, Value>);

impl Retrieve for Fetched {
    fn retrieve(&self, uri: &Uri<String>) -> Result<Value, Box<dyn Error + Send + Sync>> {
        self.0.get(uri.as_str()).cloned().ok_or_else(|| uri.as_str().into())
    }
}

impl Schemas {
    pub(crate) async fn of(service: &Running) -> Self {
        let document = service.get("/openapi.json").await.json();
        let answer = service.get("/schemas/2020-12/answer.json").await.json();
        let validator = |name: &String| {
            let fetched = HashMap::from([
                (BASE.to_owned(), document.clone()),
                ("http://service/schemas/2020-12/answer.json".to_owned(), answer.clone()),
            ]);
            jsonschema::draft202012::options()
                .with_retriever(Fetched(fetched))
                .build(&json!({"$ref": format!("{BASE}#/components/schemas/{name}")}))
                .expect("a schema")
        };
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        Self(schemas.keys().map(|name| (name.clone(), validator(name))).collect())
    }

    pub(crate) fn accept(&self, name: &str, value: &Value) {
        let errors: Vec<String> = self.0[name]
            .iter_errors(value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}\n{value}");
    }
}

fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str));
            for value in members.values() {
                references(value, found);
            }
        }
        Value::Array(items) => {
            for value in items {
                references(value, found);
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn every_reference_of_the_openapi_document_resolves() {
    let service = Running::start().await;
    let document = service.get("/openapi.json").await.json();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for subject in chanjiao::subjects() {
        assert!(found.contains(format!("schemas/2020-12/{}.json", subject.name).as_str()));
    }
    for reference in found {
        let (file, pointer) = reference.split_once('#').unwrap_or((reference, ""));
        let target = match file {
            "" => document.clone(),
            file => service.get(&format!("/{file}")).await.json(),
        };
        assert!(target.pointer(pointer).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn every_operation_of_the_openapi_document_exists() {
    let service = Running::start().await;
    let document = service.get("/openapi.json").await.json();
    let paths = document["paths"].as_object().expect("paths");
    assert_eq!(paths.len(), 2 * chanjiao::subjects().len() + 9);
    let mut ids = BTreeSet::new();
    for (path, item) in paths {
        let path = path
            .replace("{rule}", "visit.duration")
            .replace("{draft}", "draft-07")
            .replace("{file}", "visit.json");
        for (method, operation) in item.as_object().expect("operations") {
            ids.insert(operation["operationId"].to_string());
            let response = match method.as_str() {
                "get" => service.get(&path).await,
                "post" if path.starts_with("/batch/") => service.batch(&path, "").await,
                _ => service.post(&path, "[]").await,
            };
            let expected = if method == "get" || path.starts_with("/batch/") {
                StatusCode::OK
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            };
            assert_eq!(response.status, expected, "{path}");
            let kind = response.header("content-type");
            let described = &operation["responses"][expected.as_str()];
            let described = match described["$ref"].as_str() {
                Some(reference) => {
                    let pointer = reference.strip_prefix('#').expect("a place in the document");
                    document.pointer(pointer).expect("a response")
                }
                None => described,
            };
            assert!(!described["content"][kind].is_null(), "{path}: {kind}");
        }
    }
    assert_eq!(ids.len(), paths.len());
}

#[tokio::test]
async fn schemas_and_catalogues_equal_those_of_the_library() {
    let service = Running::start().await;
    for subject in chanjiao::subjects() {
        let path = format!("/schemas/2020-12/{}.json", subject.name);
        let served = service.get(&path).await.json();
        assert_eq!(served, schema::subject(subject, Draft::Draft2020));
    }
    let draft07 = service.get("/schemas/draft-07/answer.json").await;
    assert_eq!(draft07.header("content-type"), "application/schema+json");
    assert_eq!(draft07.json(), schema::answer(Draft::Draft07));
    let rules = service.get("/rules").await.json();
    assert_eq!(rules, schema::rules());
    for rule in rules["rules"].as_array().expect("a list") {
        let id = rule["rule"].as_str().expect("an id");
        assert_eq!(service.get(&format!("/rules/{id}")).await.json(), *rule);
    }
    let health = service.get("/health").await;
    assert_eq!(health.json()["digest"], chanjiao::DIGEST);
    assert!(!health.header("x-request-id").is_empty());
}

#[test]
fn the_code_in_the_guide_is_the_code_of_the_service() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| std::fs::read_to_string(top.join(path)).expect("a file");
    let guide = read("../../guides/rust-service.md");
    let (_, shown) = guide.split_once("```rust,ignore\n").expect("an example");
    let (shown, _) = shown.split_once("```").expect("its end");
    assert!(read("src/check.rs").contains(shown), "{shown}");
}
