//! The `OpenAPI` 3.1 document. Records, parameters and answers are references to the JSON Schemas of
//! the library, which the service serves.

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
        ("/rules", "listRules", "Every rule: citation, binding force, titles, facts and bounds"),
        ("/subjects", "listSubjects", "Every subject and its facts"),
        ("/parameters", "listParameters", "Every number of the policy, with default and source"),
        ("/policy", "getPolicy", "The clauses and tasks of the policy"),
        ("/openapi.json", "getOpenapi", "This document"),
        (
            "/health",
            "getHealth",
            "Whether the service is up, and the version and digest of its rules",
        ),
    ] {
        paths.insert(path.to_owned(), document_at(id, what, &[]));
    }
    paths.insert(
        "/rules/{rule}".to_owned(),
        document_at(
            "getRule",
            "One rule",
            &[("rule", "The id, for example enterprise.teacher_posts", &[])],
        ),
    );
    paths.insert(
        "/schemas/{draft}/{file}".to_owned(),
        document_at(
            "getSchema",
            "The JSON Schema of a subject's records, or of parameters, answers or questions",
            &[
                ("draft", "The draft of JSON Schema", &["2020-12", "draft-07"]),
                ("file", "A subject, or parameters, answer or questions; then .json", &[]),
            ],
        ),
    );
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "chanjiao: Hunan Province's policy on industry-education integration",
            "version": VERSION,
            "summary": "Checks records against 湘政办发〔2018〕82号",
            "description": "An executable version of Hunan Province's 2018 policy on \
                industry-education integration (产教融合), Xiang Zheng Ban Fa [2018] No. 82. Given \
                facts about an enterprise, teacher, school or fund, it reports which requirements \
                are met, how far short the others fall, and which facts are missing.",
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "tags": [
            {"name": "check", "description": "One record and its answer"},
            {"name": "batch", "description": "Many records, one per line, and their answers"},
            {"name": "catalogue", "description": "Rules, subjects, parameters, clauses and schemas"},
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
                "description": "The finding on practice positions for teachers",
                "content": {"application/json": {
                    "schema": {"$ref": format!("{}#/$defs/Finding", schema("answer"))},
                }},
            }),
        );
    }
    item
}

/// `OpenAPI` 3.1 cannot describe a stream of JSON values, so the schema `Line` describes one line.
fn batch(subject: &Subject) -> Value {
    let record = json!({"type": "string", "description": "One record per line"});
    let lines = json!({
        "type": "string",
        "description": "One line per record: see the schema `Line`",
    });
    posted(
        &format!("batch_{}", subject.name),
        "batch",
        subject,
        &json!({"application/x-ndjson": {"schema": record}}),
        &json!({
            "description": "The answers, in the order of the records; streamed while the batch arrives",
            "content": {"application/x-ndjson": {"schema": lines}},
        }),
    )
}

fn posted(id: &str, tag: &str, subject: &Subject, body: &Value, answered: &Value) -> Value {
    let error = |name: &str| json!({"$ref": format!("#/components/responses/{name}")});
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
            "400": error("NotJson"),
            "408": error("TooSlow"),
            "413": error("TooLarge"),
            "415": error("MediaType"),
            "422": error("Faults"),
            "503": error("Overdue"),
        },
    }})
}

/// A path parameter: name, description, and its values if they are few.
type Part<'a> = (&'a str, &'a str, &'a [&'a str]);

fn document_at(id: &str, what: &str, path: &[Part<'_>]) -> Value {
    let parameters: Vec<Value> = path
        .iter()
        .map(|(name, description, values)| {
            let schema =
                if values.is_empty() { json!({"type": "string"}) } else { json!({"enum": values}) };
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

/// The URL of a schema, relative to this document.
fn schema(name: &str) -> String {
    format!("schemas/2020-12/{name}.json")
}

fn overrides() -> Value {
    json!({
        "name": "parameters",
        "in": "query",
        "description": "Overrides of parameters, for what-if analysis",
        "content": {"application/json": {"schema": {"$ref": schema("parameters")}}},
    })
}

fn language() -> Value {
    json!({
        "name": "Accept-Language",
        "in": "header",
        "description": "The language of problems, zh or en. Answers contain both.",
        "schema": {"type": "string", "default": "zh"},
    })
}

fn responses() -> Value {
    let mut responses = Map::new();
    for (name, what) in [
        ("NotJson", "The body is not JSON, or the query has an unknown parameter"),
        ("NotFound", "Not found"),
        ("TooSlow", "The body was not received in time"),
        ("TooLarge", "The body is too large"),
        ("MediaType", "The body has another media type, is not UTF-8, or is compressed"),
        ("Faults", "All faults in the record and in the overrides of parameters"),
        ("Overdue", "The answer was not ready in time"),
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

/// The schema of a problem (`problem.rs`).
fn problem() -> Value {
    let fault = format!("{}#/$defs/Fault", schema("answer"));
    json!({
        "type": "object",
        "description": "A problem (RFC 9457)",
        "properties": {
            "type": {"enum": ["about:blank", "urn:chanjiao:problem:faults"]},
            "title": {"type": "string", "description": "A short summary"},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string"},
            "errors": {
                "type": "array",
                "description": "Every fault, in the language of the problem",
                "minItems": 1,
                "items": {
                    "type": "object",
                    "properties": {
                        "in": {"enum": ["record", "parameters"]},
                        "pointer": {
                            "type": "string",
                            "description": "The position, as a JSON Pointer in a URI fragment",
                            "pattern": "^#(/.*)?$",
                        },
                        "detail": {"type": "string", "description": "One sentence: the value given and the values accepted"},
                    },
                    "required": ["in", "pointer", "detail"],
                    "additionalProperties": false,
                },
            },
            "faults": {
                "type": "array",
                "description": "The list of faults as in an answer, in both languages",
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

/// The schema of a line in the response to a batch (`batch.rs`).
fn line() -> Value {
    let number = json!({
        "type": "integer",
        "minimum": 1,
        "description": "The number of the line in the request; empty lines are counted",
    });
    let faults = json!({"items": {"$ref": format!("{}#/$defs/Fault", schema("answer"))}});
    let report = json!({"$ref": format!("{}#/$defs/Report", schema("answer"))});
    json!({
        "description": "A line of the response to a batch: an answer or a problem",
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
