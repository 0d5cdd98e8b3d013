//! Many records: NDJSON in, NDJSON out, line by line, and never more than a few in memory.

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
use crate::language::Spoken;
use crate::problem::{Problem, Reason};

/// The media type of what is answered; `application/jsonl` is taken too.
const NDJSON: &str = "application/x-ndjson";
/// The most lines that are handed to a worker together, and the most bytes of them.
const LINES: usize = 128;
const BYTES: usize = 64 << 10;
/// A worker stops after so many bytes of answers, whatever lines are left.
const ANSWERS: usize = 256 << 10;

/// Checks a batch: each line is answered by a line, in order, `{"line":7,` and then what
/// `chanjiao::check_json` says. A line that cannot be looked at, and whatever ends the batch
/// early, is a line `{"line":8,"problem":{…}}`. Empty lines are passed over, but counted.
///
/// Answers begin while the batch still arrives, so a client reads while it writes. If it does not,
/// its batch stands still, and ends when the time for writing is over.
pub(crate) async fn batch(
    State(service): State<Arc<Service>>,
    Named(subject): Named,
    Spoken(language): Spoken,
    overrides: Overrides,
    request: Request,
) -> Result<Response, Problem> {
    if !typed(request.headers(), &[NDJSON, "application/ndjson", "application/jsonl"]) {
        return Err(Reason::MediaType(NDJSON).told(language));
    }
    let parameters = overrides.read();
    let parameters = parameters.map_err(|faults| Reason::Faults(faults).told(language))?;
    let batch = Batch {
        judge: Arc::new(Judge { subject, parameters, language, most: service.limits.record_bytes }),
        service,
        body: request.into_body().into_data_stream(),
        piece: Bytes::new(),
        begun: Begun::default(),
        number: 0,
        bytes: 0,
        lines: VecDeque::new(),
        ended: None,
    };
    let answers = Body::from_stream(try_unfold(batch, Batch::next));
    Ok(([(CONTENT_TYPE, NDJSON)], answers).into_response())
}

/// A batch on its way.
struct Batch {
    service: Arc<Service>,
    judge: Arc<Judge>,
    body: BodyDataStream,
    /// What has arrived and is not cut into lines yet.
    piece: Bytes,
    begun: Begun,
    /// The number of the line that is arriving, less one.
    number: u64,
    /// How many bytes have arrived.
    bytes: u64,
    /// Lines that are to be answered next.
    lines: VecDeque<Line>,
    ended: Option<End>,
}

/// A line whose end has not arrived.
#[derive(Default)]
struct Begun {
    bytes: Vec<u8>,
    too_long: bool,
}

struct Line {
    number: u64,
    /// None where the line is too long.
    bytes: Option<Bytes>,
}

/// How a batch ended.
enum End {
    Whole,
    /// For a reason that is told in one last line.
    Early(Reason),
    Told,
}

impl Batch {
    /// Answers the next few lines; none when all are answered.
    async fn next(mut self) -> io::Result<Option<(Bytes, Self)>> {
        loop {
            self.cut();
            if !self.lines.is_empty() {
                return Ok(Some(self.answered().await));
            }
            match self.ended {
                None => self.arrive().await?,
                Some(End::Early(ref reason)) => {
                    let last = self.judge.problem(self.number + 1, reason.clone());
                    self.ended = Some(End::Told);
                    return Ok(Some((last.into(), self)));
                }
                Some(_) => return Ok(None),
            }
        }
    }

    /// Has the lines at hand answered, up to a limit.
    async fn answered(mut self) -> (Bytes, Self) {
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

    /// Takes the next piece of the body. A body that breaks off breaks off the answer.
    async fn arrive(&mut self) -> io::Result<()> {
        match timeout(self.service.limits.body(), self.body.next()).await {
            Err(_) => self.ended = Some(End::Early(Reason::TooSlow)),
            Ok(None) => {
                self.line(Bytes::new());
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

    /// Cuts what has arrived into lines, up to a limit.
    fn cut(&mut self) {
        let mut bytes = 0;
        while self.lines.len() < LINES && bytes < BYTES {
            let Some(end) = memchr(b'\n', &self.piece) else {
                let rest = std::mem::take(&mut self.piece);
                self.begun.push(&rest, self.judge.most);
                break;
            };
            let mut line = self.piece.split_to(end + 1);
            line.truncate(end);
            bytes += line.len();
            self.line(line);
        }
    }

    /// Ends a line with these bytes.
    fn line(&mut self, end: Bytes) {
        self.number += 1;
        let mut begun = std::mem::take(&mut self.begun);
        let most = self.judge.most;
        let bytes = if begun.is_empty() && end.len() <= most {
            Some(end)
        } else {
            begun.push(&end, most);
            (!begun.too_long).then(|| begun.bytes.into())
        };
        if bytes.as_ref().is_none_or(|bytes| !bytes.trim_ascii().is_empty()) {
            self.lines.push_back(Line { number: self.number, bytes });
        }
    }
}

impl Begun {
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

/// What all lines of a batch are judged by.
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
        let problem = reason.told(self.language).to_json();
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
