//! Batches: streamed line by line in both directions.

use bytes::Bytes;
use hyper::StatusCode;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::documents::Schemas;
use super::running::{Running, lines, whole};
use super::vectors::vectors;

const VISIT: &str = r#"{"start":"2023-09-01","end":"2024-08-31"}"#;

/// The response line for a record.
fn line(number: usize, subject: &str, record: &str) -> String {
    let answer = chanjiao::check_json(subject, record, None);
    format!("{{\"line\":{number},{}\n", answer.strip_prefix('{').expect("an object"))
}

#[tokio::test]
async fn every_vector_is_answered_as_by_the_library() {
    let service = Running::start().await;
    let schemas = Schemas::of(&service).await;
    for cases in vectors() {
        let subject = &cases[0].subject;
        let cases = cases.iter().filter(|case| case.parameters.is_none());
        let records: Vec<&str> = cases
            .map(|case| case.record.as_str())
            .filter(|text| !text.contains('\n') && !text.trim().is_empty())
            .collect();
        let response = service.batch(&format!("/batch/{subject}"), records.join("\n")).await;
        assert_eq!(response.status, StatusCode::OK);
        assert_eq!(response.header("content-type"), "application/x-ndjson");
        let numbered = (1..).zip(&records);
        let expected: Vec<String> =
            numbered.map(|(number, record)| line(number, subject, record)).collect();
        assert_eq!(response.text(), expected.concat());
        for line in response.text().lines() {
            schemas.accept("Line", &serde_json::from_str(line).expect("JSON"));
        }
    }
}

#[tokio::test]
async fn a_line_is_answered_before_the_next_one_is_sent() {
    let service = Running::start().await;
    let (mut sender, response) = service.begin("/batch/visit").await;
    let mut body = response.into_body();
    for number in 1..=5 {
        let (first, rest) = VISIT.split_at(number);
        sender.send_data(first.into()).await.expect("a piece sent");
        sender.send_data(Bytes::from(format!("{rest}\r\n"))).await.expect("a piece sent");
        assert_eq!(lines(&mut body, 1).await, line(number, "visit", VISIT));
    }
}

#[tokio::test]
async fn an_invalid_line_does_not_affect_others() {
    let service = Running::start_with(&["--record-bytes", "100"]).await;
    let schemas = Schemas::of(&service).await;
    let mut batch = format!("{VISIT}\n\n  \r\n{{\n").into_bytes();
    batch.extend_from_slice(format!("\"{}\"\n", "a".repeat(98)).as_bytes());
    batch.extend_from_slice(format!("\"{}\"\n", "a".repeat(99)).as_bytes());
    batch.extend_from_slice(b"{\"start\":\"\xff\"}\n");
    batch.extend_from_slice(VISIT.as_bytes());
    let response = service.batch("/batch/visit", batch).await;
    let answers: Vec<Value> =
        response.text().lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    for answer in &answers {
        schemas.accept("Line", answer);
    }
    let told: Vec<String> = answers
        .iter()
        .map(|it| match &it["problem"]["status"] {
            Value::Null => format!("{} {}", it["line"], it["faults"][0]["code"]),
            status => format!("{} {status}", it["line"]),
        })
        .collect();
    let not_object = "5 \"not_an_object\"";
    assert_eq!(told, ["1 null", "4 \"not_json\"", not_object, "6 413", "7 \"not_json\"", "8 null"]);
    assert!(response.text().ends_with(&line(8, "visit", VISIT)));
}

#[tokio::test]
async fn overrides_apply_to_every_line_and_their_faults_reject_the_batch() {
    let service = Running::start().await;
    let path = "/batch/visit?parameters=%7B%22visit_months%22%3A24%7D";
    let response = service.batch(path, format!("{VISIT}\n{VISIT}\n")).await;
    assert_eq!(response.text().matches("\"verdict\":\"unmet\",\"reason\"").count(), 2);
    assert_eq!(response.text().matches("\"overridden\":{\"visit_months\":24}").count(), 2);
    let refused = service.batch("/batch/visit?parameters=%7B%22visit_months%22%3A0%7D", "").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.codes(), ["out_of_range"]);
    let refused = service.post("/batch/visit", "{}").await;
    assert_eq!(refused.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn an_error_that_ends_a_batch_early_is_its_last_line() {
    let service = Running::start_with(&["--batch-bytes", "100", "--body-seconds", "1"]).await;
    let response = service.batch("/batch/visit", format!("{VISIT}\n").repeat(3)).await;
    let last = response.text().lines().last().expect("a line").to_owned();
    assert!(last.contains(r#""problem":{"type":"about:blank""#), "{last}");
    assert!(last.contains(r#""status":413"#), "{last}");

    let (mut sender, response) = service.begin("/batch/visit").await;
    sender.send_data(format!("{VISIT}\n{{").into()).await.expect("lines sent");
    let response = whole(response).await;
    let (first, last) = response.text().split_once('\n').expect("two lines");
    assert_eq!(format!("{first}\n"), line(1, "visit", VISIT));
    assert!(last.starts_with(r#"{"line":2,"problem":"#), "{last}");
    assert!(last.contains(r#""status":408"#), "{last}");
    assert_eq!(response.text().lines().count(), 2);
}

#[tokio::test]
async fn the_response_to_an_aborted_batch_is_incomplete() {
    let service = Running::start().await;
    let mut stream = service.tcp().await;
    let head = "POST /batch/visit HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n";
    let chunk = format!("{VISIT}\n{{}}");
    let request =
        format!("{head}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{chunk}\r\n", chunk.len());
    stream.write_all(request.as_bytes()).await.expect("a request sent");
    stream.shutdown().await.expect("half closed");
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text).await;
    // The last line is incomplete, and so is the response.
    assert!(!text.contains("\"line\":2"), "{text}");
    assert!(!text.ends_with("0\r\n\r\n"), "{text}");
    service.assert_healthy().await;
}

#[tokio::test]
async fn a_client_that_disconnects_does_not_affect_others() {
    let service = Running::start().await;
    for _ in 0..8 {
        let (mut sender, response) = service.begin("/batch/enterprise").await;
        sender.send_data("{}\n".repeat(50).into()).await.expect("lines sent");
        let mut body = response.into_body();
        assert!(lines(&mut body, 1).await.starts_with(r#"{"line":1,"#));
        drop((sender, body));
    }
    service.assert_healthy().await;
}

/// An answer is 7 000 times as long as `{}`, so the service must not buffer the answers of a client
/// that never reads.
#[tokio::test]
async fn a_client_that_does_not_read_is_disconnected_and_memory_is_bounded() {
    let service = Running::start_with(&["--write-seconds", "1"]).await;
    let mut stream = service.tcp().await;
    let head = "POST /batch/enterprise HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\n\
        Content-Length: 100000000\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("a head sent");
    let lines = "{}\n".repeat(10_000);
    // Until the service closes the connection.
    while stream.write_all(lines.as_bytes()).await.is_ok() {}
    assert!(service.peak_memory() < 64, "{} MiB", service.peak_memory());
    service.assert_healthy().await;
}

#[tokio::test]
async fn a_long_batch_needs_little_memory() {
    let service = Running::start().await;
    let (mut sender, response) = service.begin("/batch/enterprise").await;
    let sending = tokio::spawn(async move {
        for _ in 0..30 {
            sender.send_data("{}\n".repeat(100).into()).await.expect("lines sent");
        }
    });
    let response = whole(response).await;
    sending.await.expect("all sent");
    assert_eq!(response.text().lines().count(), 3_000);
    assert!(response.text().ends_with(&line(3_000, "enterprise", "{}")));
    let (answered, held) = (response.body.len() >> 20, service.peak_memory());
    assert!(answered > 48, "{answered} MiB answered");
    println!("{answered} MiB answered, {held} MiB held at most");
    assert!(held < 32, "{held} MiB held");
}
