//! Shutdown: no new connections; requests in flight finish.

use http_body_util::BodyExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::running::{Running, lines};

const VISIT: &str = "{\"start\":\"2023-09-01\",\"end\":\"2024-08-31\"}\n";

async fn until_it_refuses(service: &Running) {
    while !service.refuses().await {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_batch_in_flight_finishes() {
    let mut service = Running::start().await;
    let (mut sender, response) = service.begin("/batch/visit").await;
    let mut body = response.into_body();
    sender.send_data(VISIT.into()).await.expect("a line sent");
    assert!(lines(&mut body, 1).await.starts_with(r#"{"line":1,"#));
    service.terminate().await;
    until_it_refuses(&service).await;
    sender.send_data(VISIT.into()).await.expect("a line sent");
    assert!(lines(&mut body, 1).await.starts_with(r#"{"line":2,"#));
    drop(sender);
    let rest = body.collect().await.expect("a proper end").to_bytes();
    assert!(rest.is_empty());
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn a_record_in_flight_finishes_and_its_connection_closes() {
    let mut service = Running::start().await;
    let mut stream = service.tcp().await;
    let head = "POST /check/visit HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\
        Content-Length: 2\r\nExpect: 100-continue\r\n\r\n";
    stream.write_all(head.as_bytes()).await.expect("a head sent");
    // 100 Continue is sent when the body is read, so the request is in flight.
    let mut interim = [0; 25];
    stream.read_exact(&mut interim).await.expect("an interim response");
    assert_eq!(&interim, b"HTTP/1.1 100 Continue\r\n\r\n");
    stream.write_all(b"{").await.expect("half a body sent");
    service.terminate().await;
    until_it_refuses(&service).await;
    stream.write_all(b"}").await.expect("the other half sent");
    let mut text = String::new();
    stream.read_to_string(&mut text).await.expect("a response, and the end");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn an_idle_connection_does_not_delay_shutdown() {
    let mut service =
        Running::start_with(&["--drain-seconds", "3600", "--header-seconds", "3600"]).await;
    let mut stream = service.tcp().await;
    stream.write_all(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n").await.expect("a request sent");
    let mut first = [0; 15];
    stream.read_exact(&mut first).await.expect("a response");
    assert_eq!(&first, b"HTTP/1.1 200 OK");
    service.terminate().await;
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn an_endless_batch_is_aborted_after_the_drain_time() {
    let mut service = Running::start_with(&["--drain-seconds", "1"]).await;
    let (mut sender, response) = service.begin("/batch/visit").await;
    let mut body = response.into_body();
    sender.send_data(VISIT.into()).await.expect("a line sent");
    lines(&mut body, 1).await;
    service.terminate().await;
    // The response is visibly incomplete.
    assert!(body.collect().await.is_err());
    assert!(service.ended().await.success());
}
