//! Batches: NDJSON in, NDJSON out, streamed line by line with bounded memory.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use axum::body::{Body, BodyDataStream};
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use chanjiao::{Language, Parameters, Subject};
use futures_util::StreamExt;
use futures_util::stream::try_unfold;
use memchr::memchr;
use tokio::time::timeout;

use crate::Service;
use crate::body::{text, typed};
use crate::checked::{Named, Overrides};
use crate::language::Negotiated;
use crate::problem::{Problem, Reason};

/// The media type of the response. `application/jsonl` is accepted too.
const NDJSON: &str = "application/x-ndjson";
/// The most lines that a worker gets at once, and the most bytes.
const LINES: usize = 128;
const BYTES: usize = 64 << 10;
/// A worker returns after this many bytes of answers, even if lines are left.
const ANSWERS: usize = 256 << 10;

/// Checks a batch. Each line gets one line in response, in order: `{"line":7,` followed by the
/// answer of `chanjiao::check_json`. A line that is too long, or an error that ends the batch early,
/// gets a line `{"line":8,"problem":{…}}`. Empty lines are counted but not answered.
///
/// The response starts while the batch arrives, so a client must read while it writes. If it does
/// not, the batch stalls and ends at the write timeout.
pub(crate) async fn batch(
    State(service): State<Arc<Service>>,
    Named(subject): Named,
    Negotiated(language): Negotiated,
    overrides: Overrides,
    request: Request,
) -> Result<Response, Problem> {
    if !typed(request.headers(), &[NDJSON, "application/ndjson", "application/jsonl"]) {
        return Err(Reason::MediaType(NDJSON).problem(language));
    }
    let parameters = overrides.parse();
    let parameters = parameters.map_err(|faults| Reason::Faults(faults).problem(language))?;
    let batch = Batch {
        judge: Arc::new(Judge { subject, parameters, language, most: service.limits.record_bytes }),
        service,
        body: request.into_body().into_data_stream(),
        piece: Bytes::new(),
        partial: Partial::default(),
        number: 0,
        bytes: 0,
        lines: VecDeque::new(),
        ended: None,
    };
    let answers = Body::from_stream(try_unfold(batch, Batch::next));
    Ok(([(CONTENT_TYPE, NDJSON)], answers).into_response())
}

/// A batch in progress.
struct Batch {
    service: Arc<Service>,
    judge: Arc<Judge>,
    body: BodyDataStream,
    /// Received bytes that are not split into lines yet.
    piece: Bytes,
    partial: Partial,
    /// The number of complete lines.
    number: u64,
    /// The number of bytes received.
    bytes: u64,
    /// Lines to answer next.
    lines: VecDeque<Line>,
    ended: Option<End>,
}

/// A line whose end is not received yet.
#[derive(Default)]
struct Partial {
    bytes: Vec<u8>,
    too_long: bool,
}

struct Line {
    number: u64,
    /// None if the line is too long.
    bytes: Option<Bytes>,
}

/// How a batch ended.
enum End {
    Whole,
    /// For a reason that the last line states.
    Early(Reason),
    Reported,
}

impl Batch {
    /// Answers the next lines; none after the last one.
    async fn next(mut self) -> io::Result<Option<(Bytes, Self)>> {
        loop {
            self.split();
            if !self.lines.is_empty() {
                return Ok(Some(self.answer().await));
            }
            match self.ended {
                None => self.receive().await?,
                Some(End::Early(ref reason)) => {
                    let last = self.judge.problem(self.number + 1, reason.clone());
                    self.ended = Some(End::Reported);
                    return Ok(Some((last.into(), self)));
                }
                Some(_) => return Ok(None),
            }
        }
    }

    /// Answers the lines that are ready, up to a limit.
    async fn answer(mut self) -> (Bytes, Self) {
        let (judge, mut lines) = (Arc::clone(&self.judge), std::mem::take(&mut self.lines));
        let work = move || {
            let mut answers = String::new();
            while let Some(line) = lines.pop_front() {
                judge.answer(&line, &mut answers);
                if ANSWERS < answers.len() {
                    break;
                }
            }
            (Bytes::from(answers), lines)
        };
        let (answers, lines) = self.service.pool.hand_over(work).await;
        self.lines = lines;
        (answers, self)
    }

    /// Receives the next piece of the body. If the body is aborted, so is the response.
    async fn receive(&mut self) -> io::Result<()> {
        match timeout(self.service.limits.body(), self.body.next()).await {
            Err(_) => self.ended = Some(End::Early(Reason::TooSlow)),
            Ok(None) => {
                self.complete(Bytes::new());
                self.ended = Some(End::Whole);
            }
            Ok(Some(piece)) => {
                let piece = piece.map_err(io::Error::other)?;
                let most = self.service.limits.batch_bytes;
                self.bytes = self.bytes.saturating_add(u64::try_from(piece.len()).unwrap_or(most));
                if most < self.bytes {
                    self.ended = Some(End::Early(Reason::TooLarge(most)));
                } else {
                    self.piece = piece;
                }
            }
        }
        Ok(())
    }

    /// Splits the received bytes into lines, up to a limit.
    fn split(&mut self) {
        let mut bytes = 0;
        while self.lines.len() < LINES && bytes < BYTES {
            let Some(end) = memchr(b'\n', &self.piece) else {
                let rest = std::mem::take(&mut self.piece);
                self.partial.push(&rest, self.judge.most);
                break;
            };
            let mut line = self.piece.split_to(end + 1);
            line.truncate(end);
            bytes += line.len();
            self.complete(line);
        }
    }

    /// Completes a line with its last bytes.
    fn complete(&mut self, end: Bytes) {
        self.number += 1;
        let mut partial = std::mem::take(&mut self.partial);
        let most = self.judge.most;
        let bytes = if partial.is_empty() && end.len() <= most {
            Some(end)
        } else {
            partial.push(&end, most);
            (!partial.too_long).then(|| partial.bytes.into())
        };
        if bytes.as_ref().is_none_or(|bytes| !bytes.trim_ascii().is_empty()) {
            self.lines.push_back(Line { number: self.number, bytes });
        }
    }
}

impl Partial {
    fn is_empty(&self) -> bool {
        self.bytes.is_empty() && !self.too_long
    }

    fn push(&mut self, bytes: &[u8], most: usize) {
        if self.too_long || most - self.bytes.len() < bytes.len() {
            *self = Self { bytes: Vec::new(), too_long: true };
        } else {
            self.bytes.extend_from_slice(bytes);
        }
    }
}

/// What all lines of a batch are checked with.
struct Judge {
    subject: &'static Subject,
    parameters: Parameters,
    language: Language,
    /// The most bytes of a line.
    most: usize,
}

impl Judge {
    fn answer(&self, line: &Line, out: &mut String) {
        let Some(bytes) = &line.bytes else {
            let most = u64::try_from(self.most).unwrap_or(u64::MAX);
            out.push_str(&self.problem(line.number, Reason::TooLarge(most)));
            return;
        };
        let answer = match self.subject.parse(&text(bytes)) {
            Ok(record) => record.check(&self.parameters).answer_json(),
            Err(faults) => faults.answer_json(),
        };
        numbered(line.number, answer.strip_prefix('{').unwrap_or(&answer), out);
    }

    fn problem(&self, number: u64, reason: Reason) -> String {
        let problem = reason.problem(self.language).to_json();
        let mut line = String::new();
        numbered(number, &["\"problem\":", &problem, "}"].concat(), &mut line);
        line
    }
}

/// Writes a line: its number, then the rest of an object.
fn numbered(number: u64, rest: &str, out: &mut String) {
    out.push_str("{\"line\":");
    out.push_str(&number.to_string());
    out.push(',');
    out.push_str(rest);
    out.push('\n');
}
