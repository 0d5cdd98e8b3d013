//! The service in `OpenAPI` 3.1. Records, parameters and answers are not described here: `$ref`
//! points to the schemas that the library emits, as the service serves them.

use chanjiao::{Subject, VERSION, subjects};
use serde_json::{Map, Value, json};

/// Returns the document.
pub(crate) fn document() -> Value {
    let mut paths = Map::new();
    for subject in subjects() {
        paths.insert(format!("/check/{}", subject.name), check(subject));
    }
    for subject in subjects() {
        paths.insert(format!("/batch/{}", subject.name), batch(subject));
    }
    paths.insert("/enterprise/teacher-posts".to_owned(), teacher_posts());
    for (path, id, what) in [
        ("/rules", "listRules", "Every rule: its citation, force, words, facts and bounds"),
        ("/subjects", "listSubjects", "Every subject and its facts"),
        ("/parameters", "listParameters", "Every number of the policy, its default and source"),
        ("/policy", "getPolicy", "The statements and tasks of the policy"),
        ("/openapi.json", "getOpenapi", "This document"),
        ("/health", "getHealth", "Whether the service runs, and by which rules"),
    ] {
        paths.insert(path.to_owned(), document_at(id, what, &[]));
    }
    paths.insert(
        "/rules/{rule}".to_owned(),
        document_at("getRule", "One rule", &[("rule", "The id, as enterprise.teacher_posts", &[])]),
    );
    paths.insert(
        "/schemas/{draft}/{file}".to_owned(),
        document_at(
            "getSchema",
            "The JSON Schema of a subject's records, of parameters, answers or questions",
            &[
                ("draft", "The draft", &["2020-12", "draft-07"]),
                ("file", "The name of a subject, or what it is a schema of, and .json", &[]),
            ],
        ),
    );
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "chanjiao",
            "version": VERSION,
            "summary": "湘政办发〔2018〕82号 on joining industry and education (产教融合), executable",
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {"name": "check", "description": "One record and its answer"},
            {"name": "batch", "description": "Many records, a line each, and their answers"},
            {"name": "catalogue", "description": "What is known of the rules"},
        ],
        "paths": paths,
        "components": {
            "parameters": {"Overrides": overrides(), "Language": language()},
            "responses": responses(),
            "schemas": {"Problem": problem(), "Line": line()},
        },
    })
}

fn check(subject: &Subject) -> Value {
    let answer = json!({"$ref": schema("answer")});
    posted(
        &format!("check_{}", subject.name),
        "check",
        subject,
        &json!({"application/json": {"schema": {"$ref": schema(subject.name)}}}),
        &json!({
            "description": "The answer: a report",
            "content": {"application/json": {"schema": answer}},
        }),
    )
}

fn teacher_posts() -> Value {
    let mut item = json!({});
    if let Some(subject) = chanjiao::subject("enterprise") {
        item = posted(
            "teacherPosts",
            "check",
            subject,
            &json!({"application/json": {"schema": {"$ref": schema("enterprise")}}}),
            &json!({
                "description": "What the enterprise owes in posts for teachers' practice",
                "content": {"application/json": {
                    "schema": {"$ref": format!("{}#/$defs/Finding", schema("answer"))},
                }},
            }),
        );
    }
    item
}

/// `OpenAPI` 3.1 has no words for a sequence of values: a line is described beside it.
fn batch(subject: &Subject) -> Value {
    let record = json!({"type": "string", "description": "One record a line"});
    let lines = json!({
        "type": "string",
        "description": "One line for each record: see the schema `Line`",
    });
    posted(
        &format!("batch_{}", subject.name),
        "batch",
        subject,
        &json!({"application/x-ndjson": {"schema": record}}),
        &json!({
            "description": "The answers, in the order of the records; they begin before the batch ends",
            "content": {"application/x-ndjson": {"schema": lines}},
        }),
    )
}

fn posted(id: &str, tag: &str, subject: &Subject, body: &Value, answered: &Value) -> Value {
    let refused = |name: &str| json!({"$ref": format!("#/components/responses/{name}")});
    json!({"post": {
        "operationId": id,
        "tags": [tag],
        "summary": format!("{} ({})", subject.label.en(), subject.label.zh()),
        "description": format!("One record is {} ({}).", subject.note.en(), subject.note.zh()),
        "parameters": [
            {"$ref": "#/components/parameters/Overrides"},
            {"$ref": "#/components/parameters/Language"},
        ],
        "requestBody": {"required": true, "content": body},
        "responses": {
            "200": answered,
            "400": refused("NotJson"),
            "408": refused("TooSlow"),
            "413": refused("TooLarge"),
            "415": refused("MediaType"),
            "422": refused("Faults"),
            "503": refused("Overdue"),
        },
    }})
}

/// What is told of one part of a path: its name, what it is, and its words if they are few.
type Part<'a> = (&'a str, &'a str, &'a [&'a str]);

fn document_at(id: &str, what: &str, path: &[Part<'_>]) -> Value {
    let parameters: Vec<Value> = path
        .iter()
        .map(|(name, description, words)| {
            let schema =
                if words.is_empty() { json!({"type": "string"}) } else { json!({"enum": words}) };
            json!({
                "name": name,
                "in": "path",
                "required": true,
                "description": description,
                "schema": schema,
            })
        })
        .collect();
    let kind = if id == "getSchema" { "application/schema+json" } else { "application/json" };
    let found = json!({
        "description": what,
        "content": {kind: {"schema": {"type": ["object", "array"]}}},
    });
    let responses = if path.is_empty() {
        json!({"200": found})
    } else {
        json!({"200": found, "404": {"$ref": "#/components/responses/NotFound"}})
    };
    json!({"get": {
        "operationId": id,
        "tags": ["catalogue"],
        "summary": what,
        "parameters": parameters,
        "responses": responses,
    }})
}

/// Where the service serves a schema, relative to this document.
fn schema(name: &str) -> String {
    format!("schemas/2020-12/{name}.json")
}

fn overrides() -> Value {
    json!({
        "name": "parameters",
        "in": "query",
        "description": "Overrides of parameters, for what-if work",
        "content": {"application/json": {"schema": {"$ref": schema("parameters")}}},
    })
}

fn language() -> Value {
    json!({
        "name": "Accept-Language",
        "in": "header",
        "description": "The language of refusals: zh, or en. Answers have both.",
        "schema": {"type": "string", "default": "zh"},
    })
}

fn responses() -> Value {
    let mut responses = Map::new();
    for (name, what) in [
        ("NotJson", "The body is not JSON, or the query has something else than `parameters`"),
        ("NotFound", "There is no such thing"),
        ("TooSlow", "The body did not arrive in time"),
        ("TooLarge", "The body is too large"),
        ("MediaType", "The body is of another media type, not in UTF-8, or compressed"),
        ("Faults", "Faults in the record, or in the overrides of parameters: all of them"),
        ("Overdue", "No answer was found in time"),
    ] {
        let problem = json!({"schema": {"$ref": "#/components/schemas/Problem"}});
        let response = json!({
            "description": what,
            "headers": {"Content-Language": {"schema": {"enum": ["zh-CN", "en"]}}},
            "content": {"application/problem+json": problem},
        });
        responses.insert(name.to_owned(), response);
    }
    responses.into()
}

/// A refusal, as `problem.rs` writes it.
fn problem() -> Value {
    let fault = format!("{}#/$defs/Fault", schema("answer"));
    json!({
        "type": "object",
        "description": "A refusal (RFC 9457)",
        "properties": {
            "type": {"enum": ["about:blank", "urn:chanjiao:problem:faults"]},
            "title": {"type": "string", "description": "What it is, in words"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "errors": {
                "type": "array",
                "description": "Every fault, in the language that was asked for",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "properties": {
                        "in": {"enum": ["record", "parameters"]},
                        "pointer": {
                            "type": "string",
                            "description": "Where, as a JSON Pointer in the fragment of a URI",
                            "pattern": "^#(/.*)?$",
                        },
                        "detail": {"type": "string", "description": "What is accepted instead"},
                    },
                    "required": ["in", "pointer", "detail"],
                    "additionalProperties": false,
                },
            },
            "faults": {
                "type": "array",
                "description": "The same as in an answer, in both languages",
                "minItems": 1,
                "items": {"$ref": fault},
            },
        },
        "required": ["type", "title", "status"],
        "additionalProperties": false,
        "if": {"properties": {"type": {"const": "urn:chanjiao:problem:faults"}}},
        "then": {"required": ["detail", "errors", "faults"]},
        "else": {"properties": {"errors": false, "faults": false}},
    })
}

/// A line of a batch's answer, as `batch.rs` writes it.
fn line() -> Value {
    let number = json!({
        "type": "integer",
        "minimum": 1,
        "description": "The number of the line that is answered; empty ones are counted too",
    });
    let faults = json!({"items": {"$ref": format!("{}#/$defs/Fault", schema("answer"))}});
    let report = json!({"$ref": format!("{}#/$defs/Report", schema("answer"))});
    json!({
        "description": "A line of what a batch is answered: an answer, or a problem",
        "oneOf": [
            {
                "type": "object",
                "properties": {
                    "line": number,
                    "faults": faults,
                    "report": {"anyOf": [report, {"type": "null"}]},
                },
                "required": ["line", "faults", "report"],
                "additionalProperties": false,
            },
            {
                "type": "object",
                "properties": {
                    "line": number,
                    "problem": {"$ref": "#/components/schemas/Problem"},
                },
                "required": ["line", "problem"],
                "additionalProperties": false,
            },
        ],
    })
}
