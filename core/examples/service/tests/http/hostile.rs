//! Clients that send too much, too slowly, or not HTTP.

use bytes::Bytes;
use http_body_util::channel::Channel;
use hyper::{Request, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use super::running::{Running, read_to_end, whole};

const MIB: usize = 1 << 20;

/// The headers of a request that posts a record.
fn head(more: &str) -> String {
    format!("POST /check/visit HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{more}\r\n")
}

#[tokio::test]
async fn deep_and_large_json_is_rejected() {
    let service = Running::start().await;
    let deep = "[".repeat(100_000);
    assert_eq!(service.post("/check/visit", deep).await.codes(), ["too_deep"]);
    let mut closed = "{\"start\":".repeat(500_000 / 10);
    closed.push('1');
    closed.push_str(&"}".repeat(50_000));
    assert_eq!(service.post("/check/visit", closed).await.codes(), ["too_deep"]);
    let many = format!("[{}1]", "1,".repeat(200_000));
    let refused = service.post("/check/visit", many).await;
    assert_eq!((refused.status.as_u16(), refused.codes()), (413, vec!["too_large".to_owned()]));
    let digits = format!("{{\"staff_total\":1{}}}", "0".repeat(500_000));
    assert_eq!(service.post("/check/enterprise", digits).await.codes(), ["out_of_range"]);
    let keys: Vec<String> = (0..20_000).map(|key| format!("\"{key:06}\":1")).collect();
    let refused = service.post("/check/visit", format!("{{{}}}", keys.join(","))).await;
    assert_eq!(refused.codes().len(), chanjiao::MOST_FAULTS + 1);
    service.assert_healthy().await;
}

#[tokio::test]
async fn a_body_of_17_mib_is_too_large_with_and_without_length() {
    let service = Running::start().await;
    let body = Bytes::from(vec![b' '; 17 * MIB]);
    let refused = service.post("/check/visit", body.clone()).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(refused.json()["detail"], "最多 1048576 字节");

    // Chunked, so the length is not known in advance.
    let (mut sender, chunks) = Channel::<Bytes>::new(1);
    let request = Request::post("/check/visit").header("content-type", "application/json");
    let request = request.body(chunks).expect("a request");
    let mut client = service.client().await;
    let sending = tokio::spawn(async move {
        for _ in 0..17 {
            sender.send_data(body.slice(..MIB)).await.expect("a piece sent");
        }
    });
    let refused = whole(client.send_request(request).await.expect("a response")).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    sending.await.expect("everything sent");
    assert!(service.peak_memory() < 64, "{} MiB", service.peak_memory());
}

#[tokio::test]
async fn a_body_announced_as_too_large_is_rejected_at_once() {
    let service = Running::start().await;
    let huge = service.raw(head("Content-Length: 99999999999\r\n").as_bytes()).await;
    assert!(huge.starts_with("HTTP/1.1 413 "), "{huge}");
    let waits = head("Content-Length: 2000000\r\nExpect: 100-continue\r\n");
    let refused = service.raw(waits.as_bytes()).await;
    assert!(refused.starts_with("HTTP/1.1 413 "), "{refused}");
    assert!(!refused.contains("100 Continue"));
}

#[tokio::test]
async fn one_byte_over_the_limit_is_rejected() {
    let service = Running::start_with(&["--record-bytes", "64"]).await;
    let padded = |length: usize| format!("{{{}}}", " ".repeat(length - 2));
    assert_eq!(service.post("/check/visit", padded(64)).await.status, StatusCode::OK);
    let refused = service.post("/check/visit", padded(65)).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn slow_headers_time_out() {
    let service = Running::start_with(&["--header-seconds", "1"]).await;
    let text = service.raw(b"POST /check/visit HTTP/1.1\r\nHost: x\r\nContent-Ty").await;
    assert!(!text.contains("200 OK"), "{text}");
    // Idle connections are closed too, before and after a request.
    assert_eq!(service.raw(b"").await, "");
    let text = service.raw(b"GET /health HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert_eq!(text.matches("200 OK").count(), 1, "{text}");
}

#[tokio::test]
async fn a_slow_body_times_out() {
    let service = Running::start_with(&["--body-seconds", "1"]).await;
    let mut stream = service.tcp().await;
    stream.write_all(head("Content-Length: 100000\r\n").as_bytes()).await.expect("a head sent");
    // Sending a byte now and then does not prevent the timeout.
    let (mut reader, mut writer) = stream.into_split();
    let dripping = tokio::spawn(async move {
        while writer.write_all(b" ").await.is_ok() {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
    });
    let mut text = String::new();
    let read = reader.read_to_string(&mut text).await;
    assert!(text.starts_with("HTTP/1.1 408 "), "{read:?} {text}");
    dripping.await.expect("the connection closed");
    service.assert_healthy().await;
}

#[tokio::test]
async fn a_slow_answer_times_out() {
    let service = Running::start_with(&["--handler-seconds", "1", "--body-seconds", "60"]).await;
    let text = service.raw(head("Content-Length: 10\r\n").as_bytes()).await;
    assert!(text.starts_with("HTTP/1.1 503 "), "{text}");
}

#[tokio::test]
async fn invalid_http_is_rejected() {
    let service = Running::start().await;
    for (bytes, status) in [
        ("\x16\x03\x01\x02\0\x01\0\x01\u{fc}\x03\x03\r\n\r\n".to_owned(), "400"),
        ("GET / HTTP/9.9\r\n\r\n".to_owned(), "400"),
        (format!("GET / HTTP/1.1\r\nHost: x\r\nA: {}\r\n\r\n", "a".repeat(300_000)), "431"),
        (format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(70_000)), "414"),
        (format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(200)), "431"),
        (head("Content-Length: 2\r\nContent-Length: 3\r\n"), "400"),
        (head("Content-Length: -1\r\n"), "400"),
        (head("Transfer-Encoding: chunked\r\n") + "zz\r\n{}\r\n0\r\n\r\n", "400"),
    ] {
        let text = service.raw(bytes.as_bytes()).await;
        let expected = format!("HTTP/1.1 {status} ");
        assert!(text.starts_with(&expected), "{bytes:.60}: {text:.200}");
    }
    service.assert_healthy().await;
}

#[tokio::test]
async fn connections_over_the_limit_wait() {
    let service = Running::start_with(&["--connections", "1"]).await;
    let first = service.tcp().await;
    let mut second = service.tcp().await;
    let request = b"GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    second.write_all(request).await.expect("a request sent");
    drop(first);
    assert!(read_to_end(&mut second).await.starts_with("HTTP/1.1 200 "));
}

#[tokio::test]
async fn an_invalid_accept_language_is_ignored() {
    let service = Running::start().await;
    let ranges = "en;q=nan, zh;q=inf, *;q=-1, en;q=1e9, ".repeat(100);
    let request = format!(
        "GET / HTTP/1.1\r\nHost: x\r\nAccept-Language: {ranges}\r\nConnection: close\r\n\r\n"
    );
    assert!(service.raw(request.as_bytes()).await.starts_with("HTTP/1.1 404 "));
}
