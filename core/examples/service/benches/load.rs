//! Load test: requests per second and latency for valid records, records with faults and hostile
//! bodies; each alone, all together, and beside batches.
//!
//! ```sh
//! cargo bench -p chanjiao-service
//! ```
//!
//! The service runs as a separate process on the same machine, so this program shares its processors.
//! Every response is read completely and its status is checked. Writes the results to
//! `target/reliability/service.json`.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a program for developers"
)]

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use http_body_util::channel::Channel;
use http_body_util::{BodyExt, Full};
use hyper::Request;
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpStream;

/// The duration of each run.
const RUN: Duration = Duration::from_secs(5);
/// The number of clients per kind of request.
const CLIENTS: usize = 8;

/// A kind of request.
struct Kind {
    name: &'static str,
    path: &'static str,
    body: Bytes,
    status: u16,
}

/// The service; stopped on drop.
struct Service(Child);

impl Drop for Service {
    fn drop(&mut self) {
        // It may have exited already.
        let _ = self.0.kill();
    }
}

/// The latencies of one kind of request.
struct Latencies {
    name: String,
    times: Vec<Duration>,
}

#[tokio::main]
async fn main() {
    let (service, address) = start();
    let kinds = kinds();
    let mut rows = Vec::new();
    println!("{:<56}{:>9}{:>9}{:>9}{:>9}", "", "req/s", "p50 ms", "p99 ms", "max ms");
    let mut report = |run: &str, found: Vec<Latencies>| {
        for Latencies { name, mut times } in found {
            times.sort_unstable();
            let at = |percent: usize| milliseconds(times[(times.len() - 1) * percent / 100]);
            let rate = times.len() * 1_000 / usize::try_from(RUN.as_millis()).expect("small");
            let label = format!("{run}: {name}");
            println!("{label:<56}{rate:>9}{:>9}{:>9}{:>9}", at(50), at(99), at(100));
            rows.push(json!([run, name, CLIENTS, rate, at(50), at(99), at(100)]));
        }
    };
    for kind in &kinds {
        report("alone", load(&address, std::slice::from_ref(kind)).await);
    }
    report("all together", load(&address, &kinds).await);

    let going = Arc::new(AtomicBool::new(true));
    let batches: Vec<_> =
        (0..2).map(|_| tokio::spawn(batch(address.clone(), Arc::clone(&going)))).collect();
    report("beside two batches", load(&address, &kinds[..3]).await);
    going.store(false, Ordering::Relaxed);
    let mut lines = 0;
    for batch in batches {
        lines += batch.await.expect("a batch answered");
    }
    let memory = peak_memory(&service);
    println!(
        "lines answered in the two batches: {lines}; peak memory of the service: {memory} MiB"
    );
    write(&rows, lines, memory);
}

fn kinds() -> [Kind; 6] {
    let firm = r#"{"name":"示例企业","year":2024,"industry":"industry","size_class":"medium","employed_persons":3300,"sales_revenue_yuan":"250000000.00","above_designated_size":true,"staff_total":3250,"staff_in_service":3200,"technical_posts":400,"internship_posts":60,"teacher_posts":14,"teacher_posts_technical":14,"teacher_posts_mentored":12,"teacher_practice_plan":true,"total_wages_yuan":"320000000.00","training_fund_category":"general","training_fund_set_aside_yuan":"4800000.00","training_fund_spent_yuan":"4500000.00","training_fund_frontline_yuan":"2700000.00","trained_staff":1200,"training_system":true,"staff_congress_report":true}"#;
    let faulty = firm.replace(":3200,", ":\"many\",").replace("2024", "1066").replace("true", "1");
    let of = |name, path, body: String, status| Kind { name, path, body: body.into(), status };
    let (check, visit) = ("/check/enterprise", "/check/visit");
    let dates = r#"{"start":"2023-09-01","end":"2024-08-31"}"#;
    [
        of("a visit, 40 bytes", visit, dates.to_owned(), 200),
        of("an enterprise, 0.7 KB, 20 rules", check, firm.to_owned(), 200),
        of("an enterprise with 6 faults", check, faulty, 422),
        of("not JSON", check, firm.replace('}', ""), 400),
        of("100 KB of brackets", check, "[".repeat(100_000), 422),
        of("1 MB of values, too many", check, format!("[{}1]", "1,".repeat(500_000)), 413),
    ]
}

/// Starts the service and discards its log.
fn start() -> (Service, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_chanjiao-service"))
        .args(["--listen", "127.0.0.1:0"])
        .env("RUST_BACKTRACE", "0")
        .stderr(Stdio::piped())
        .spawn()
        .expect("the service starts");
    let mut log = BufReader::new(child.stderr.take().expect("its log"));
    let mut line = String::new();
    log.read_line(&mut line).expect("its first line");
    let (_, address) = line.trim().rsplit_once("address=").expect("where it listens");
    let address = address.to_owned();
    std::thread::spawn(move || std::io::copy(&mut log, &mut std::io::sink()));
    (Service(child), address)
}

/// Sends requests of several kinds at once, each from several clients.
async fn load(address: &str, kinds: &[Kind]) -> Vec<Latencies> {
    let until = Instant::now() + RUN;
    let clients: Vec<Vec<_>> = kinds
        .iter()
        .map(|kind| {
            let client = |_| {
                let (address, path) = (address.to_owned(), kind.path);
                tokio::spawn(client(address, path, kind.body.clone(), kind.status, until))
            };
            (0..CLIENTS).map(client).collect()
        })
        .collect();
    let mut found = Vec::new();
    for (kind, clients) in kinds.iter().zip(clients) {
        let mut times = Vec::new();
        for client in clients {
            times.extend(client.await.expect("a client that ends"));
        }
        found.push(Latencies { name: kind.name.to_owned(), times });
    }
    found
}

/// One client: sends the next request as soon as it has the response.
async fn client(
    address: String,
    path: &'static str,
    body: Bytes,
    status: u16,
    until: Instant,
) -> Vec<Duration> {
    let stream = TcpStream::connect(&address).await.expect("a connection");
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    let mut times = Vec::new();
    while Instant::now() < until {
        let request = Request::post(path)
            .header("content-type", "application/json")
            .body(Full::new(body.clone()))
            .expect("a request");
        let from = Instant::now();
        sender.ready().await.expect("a connection that stays");
        let response = sender.send_request(request).await.expect("a response");
        assert_eq!(response.status().as_u16(), status, "{path}");
        response.into_body().collect().await.expect("a whole response");
        times.push(from.elapsed());
    }
    times
}

/// Sends a batch until `going` is false; returns the number of lines answered.
async fn batch(address: String, going: Arc<AtomicBool>) -> usize {
    let stream = TcpStream::connect(&address).await.expect("a connection");
    let (mut client, connection) = http1::handshake(TokioIo::new(stream)).await.expect("HTTP");
    tokio::spawn(connection);
    let (mut sender, body) = Channel::<Bytes>::new(1);
    let request = Request::post("/batch/enterprise")
        .header("content-type", "application/x-ndjson")
        .body(body)
        .expect("a request");
    let record = &kinds()[1].body;
    let lines = Bytes::from([record, &b"\n"[..]].concat().repeat(50));
    tokio::spawn(async move {
        while going.load(Ordering::Relaxed) {
            sender.send_data(lines.clone()).await.expect("lines sent");
        }
    });
    let mut body = client.send_request(request).await.expect("a response").into_body();
    let mut answered = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.expect("a piece of the answer");
        let data = frame.data_ref().map(Bytes::as_ref).unwrap_or_default();
        answered += memchr::memchr_iter(b'\n', data).count();
    }
    answered
}

fn milliseconds(time: Duration) -> String {
    format!("{}.{:02}", time.as_millis(), time.as_micros() / 10 % 100)
}

fn peak_memory(service: &Service) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", service.0.id()));
    let status = status.expect("its status");
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a figure");
    let kib = peak.split_whitespace().next().expect("a figure");
    kib.parse::<u64>().expect("a figure") / 1_024
}

fn write(rows: &[Value], lines: usize, memory: u64) {
    let said = |program: &str, arguments: &[&str]| {
        let output = Command::new(program).args(arguments).output().expect("a program that runs");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let document = json!({
        "part": "service",
        "date": said("date", &["-u", "+%F"]),
        "commit": said("git", &["rev-parse", "--short", "HEAD"]),
        "command": "cargo bench -p chanjiao-service",
        "columns": [
            "run", "requests", "clients", "requests per second", "p50 ms", "p99 ms", "max ms",
        ],
        "rows": rows,
        "notes": [
            format!("service and clients share {processors} processors, over loopback"),
            format!("lines answered in the two batches of enterprises: {lines}"),
            format!("peak memory of the service: {memory} MiB"),
        ],
    });
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../target/reliability");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("service.json"), document.to_string()).expect("a file written");
}
