//! Starts the service for one test, with a client.

use std::net::SocketAddr;
use std::process::{ExitStatus, Stdio};

use bytes::Bytes;
use http_body_util::channel::{Channel, Sender};
use http_body_util::{BodyExt, Full};
use hyper::body::{Body, Incoming};
use hyper::client::conn::http1;
use hyper::header::HeaderMap;
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

pub(crate) struct Running {
    child: Child,
    address: SocketAddr,
}

/// A complete response.
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Running {
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts the service with these arguments, on a free port.
    pub(crate) async fn start_with(settings: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_chanjiao-service"))
            .args(["--listen", "127.0.0.1:0"])
            .args(settings)
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the service starts");
        let mut log = BufReader::new(child.stderr.take().expect("its log"));
        let mut line = String::new();
        log.read_line(&mut line).await.expect("its first line");
        let (_, address) = line.trim().rsplit_once("address=").expect("where it listens");
        let address = address.parse().expect("an address");
        // The rest of the log must be read, or the pipe fills up.
        tokio::spawn(async move { tokio::io::copy(&mut log, &mut tokio::io::sink()).await });
        Self { child, address }
    }

    pub(crate) async fn tcp(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    pub(crate) async fn refuses(&self) -> bool {
        TcpStream::connect(self.address).await.is_err()
    }

    pub(crate) async fn client<B>(&self) -> http1::SendRequest<B>
    where
        B: Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>>
            + Send
            + 'static,
    {
        let io = TokioIo::new(self.tcp().await);
        let (client, connection) = http1::handshake(io).await.expect("a connection");
        tokio::spawn(connection);
        client
    }

    pub(crate) async fn send(&self, request: Request<Full<Bytes>>) -> Response {
        let response = self.client().await.send_request(request).await.expect("a response");
        whole(response).await
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        let request = Request::get(path).body(Full::default()).expect("a request");
        self.send(request).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<Bytes>) -> Response {
        self.send(posted(path, "application/json", body)).await
    }

    pub(crate) async fn batch(&self, path: &str, body: impl Into<Bytes>) -> Response {
        self.send(posted(path, "application/x-ndjson", body)).await
    }

    /// Starts a batch whose lines are sent later.
    pub(crate) async fn begin(
        &self,
        path: &str,
    ) -> (Sender<Bytes, std::io::Error>, hyper::Response<Incoming>) {
        let (sender, body) = Channel::new(1);
        let request = Request::post(path)
            .header("content-type", "application/x-ndjson")
            .body(body)
            .expect("a request");
        let response = self.client().await.send_request(request).await.expect("a response");
        (sender, response)
    }

    /// Sends raw bytes and returns everything received until the connection ends.
    pub(crate) async fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.tcp().await;
        stream.write_all(bytes).await.expect("bytes sent");
        read_to_end(&mut stream).await
    }

    pub(crate) async fn assert_healthy(&self) {
        assert_eq!(self.get("/health").await.status, StatusCode::OK);
    }

    /// The peak memory of the service so far, in MiB.
    pub(crate) fn peak_memory(&self) -> u64 {
        let id = self.child.id().expect("a running service");
        let status = std::fs::read_to_string(format!("/proc/{id}/status")).expect("its status");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a figure");
        let kib = peak.split_whitespace().next().expect("a figure");
        kib.parse::<u64>().expect("a figure") / 1_024
    }

    /// Sends SIGTERM.
    pub(crate) async fn terminate(&self) {
        let id = self.child.id().expect("a running service").to_string();
        let sent = Command::new("kill").args(["-TERM", &id]).status().await;
        assert!(sent.expect("kill runs").success());
    }

    pub(crate) async fn ended(&mut self) -> ExitStatus {
        self.child.wait().await.expect("its status")
    }
}

impl Response {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// The codes of the faults in a problem.
    pub(crate) fn codes(&self) -> Vec<String> {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let faults = self.json()["faults"].as_array().cloned().unwrap_or_default();
        faults.iter().map(|fault| fault["code"].as_str().expect("a code").to_owned()).collect()
    }
}

pub(crate) fn posted(path: &str, kind: &str, body: impl Into<Bytes>) -> Request<Full<Bytes>> {
    let request = Request::post(path).header("content-type", kind);
    request.body(Full::new(body.into())).expect("a request")
}

pub(crate) async fn whole(response: hyper::Response<Incoming>) -> Response {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a whole body").to_bytes();
    Response { status: parts.status, headers: parts.headers, body }
}

/// Everything received until the connection ends or fails.
pub(crate) async fn read_to_end(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut buffer = [0; 8 << 10];
    while let Ok(length @ 1..) = stream.read(&mut buffer).await {
        bytes.extend_from_slice(&buffer[..length]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads the next `count` lines of a response in progress.
pub(crate) async fn lines(body: &mut Incoming, count: usize) -> String {
    let mut bytes = Vec::new();
    while bytes.split(|byte| *byte == b'\n').count() <= count {
        let frame = body.frame().await.expect("more lines").expect("a piece of the answer");
        // A piece may end within a character.
        bytes.extend_from_slice(frame.data_ref().expect("data"));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
