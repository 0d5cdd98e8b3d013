//! Error responses, as `application/problem+json` (RFC 9457).

use std::any::Any;

use axum::body::Body;
use axum::http::header::{CONTENT_LANGUAGE, CONTENT_TYPE, HeaderValue, VARY};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;
use chanjiao::{Code, Fault, Faults, Input, Language};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde::Serialize;

use crate::language::tag;

/// Why a request failed.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Reason {
    /// The record or the overrides of parameters have faults.
    Faults(Faults),
    /// The subject does not exist.
    Subject,
    /// The path does not exist.
    NotFound,
    /// The path does not support the method.
    Method,
    /// The query is not empty and not a single `parameters`.
    Query,
    /// The body does not have this media type, is not UTF-8, or is compressed.
    MediaType(&'static str),
    /// The body, or a line of it, has more than this many bytes.
    TooLarge(u64),
    /// The body was not received in time.
    TooSlow,
    /// The body is incomplete.
    CutShort,
    /// The answer was not ready in time.
    Overdue,
    /// An internal error of the service.
    Broken,
}

impl Reason {
    /// Returns the problem, in a language.
    #[must_use]
    pub const fn problem(self, language: Language) -> Problem {
        Problem { reason: self, language }
    }

    /// Returns the HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Faults(faults) => faults.iter().map(status_of).min().unwrap_or_default(),
            Self::Subject | Self::NotFound => StatusCode::NOT_FOUND,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Query | Self::CutShort => StatusCode::BAD_REQUEST,
            Self::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Overdue => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Returns the title, Chinese and English.
    fn title(&self) -> (&'static str, &'static str) {
        match self {
            Self::Faults(_) if self.status() == StatusCode::BAD_REQUEST => {
                ("不是 JSON 文本", "not JSON")
            }
            Self::Faults(_) => ("输入有误", "invalid input"),
            Self::Subject => ("对象不存在", "unknown subject"),
            Self::NotFound => ("地址不存在", "not found"),
            Self::Method => ("不支持这种请求方法", "method not allowed"),
            Self::Query => {
                ("查询参数只能有一个 parameters", "the query may only have one `parameters`")
            }
            Self::MediaType(_) => ("内容类型不支持", "media type not supported"),
            Self::TooLarge(_) => ("内容过大", "too large"),
            Self::TooSlow => ("内容未及时送达", "the body was not received in time"),
            Self::CutShort => ("内容不完整", "the body is incomplete"),
            Self::Overdue => ("未能及时答复", "the answer was not ready in time"),
            Self::Broken => ("服务内部错误", "internal error"),
        }
    }

    fn detail(&self) -> Option<(String, String)> {
        match self {
            Self::Faults(faults) => {
                let count = faults.len();
                Some((format!("共 {count} 处错误"), format!("faults: {count}")))
            }
            Self::MediaType(accepted) => Some((
                format!("接受 {accepted}，UTF-8，不压缩"),
                format!("accepted: {accepted}, in UTF-8, not compressed"),
            )),
            Self::TooLarge(most) => {
                Some((format!("最多 {most} 字节"), format!("at most {most} bytes")))
            }
            _ => None,
        }
    }
}

/// The status for a fault. A request with several faults gets the lowest: 400, 413, then 422.
fn status_of(fault: &Fault) -> StatusCode {
    match fault.code {
        Code::NotJson | Code::LoneSurrogate => StatusCode::BAD_REQUEST,
        Code::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// An error response: the reason and the language of its text.
#[derive(Debug, Clone)]
pub struct Problem {
    reason: Reason,
    language: Language,
}

/// The JSON of a problem. `faults` is the list of an answer, in both languages.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Entry>,
    #[serde(skip_serializing_if = "Option::is_none")]
    faults: Option<&'a Faults>,
}

/// One fault in the language of the problem, as in the example in RFC 9457.
#[derive(Serialize)]
struct Entry {
    #[serde(rename = "in")]
    input: Input,
    pointer: String,
    detail: String,
}

impl Problem {
    /// Returns the problem as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let Self { reason, language } = self;
        let say = |(zh, en)| match language {
            Language::Chinese => zh,
            Language::English => en,
        };
        let faults = match reason {
            Reason::Faults(faults) => Some(faults),
            _ => None,
        };
        let document = Document {
            kind: if faults.is_some() { "urn:chanjiao:problem:faults" } else { "about:blank" },
            title: match language {
                Language::Chinese => reason.title().0,
                Language::English => reason.title().1,
            },
            status: reason.status().as_u16(),
            detail: reason.detail().map(say),
            errors: faults.into_iter().flatten().map(|fault| self.entry(fault)).collect(),
            faults,
        };
        serde_json::to_string(&document).unwrap_or_default()
    }

    fn entry(&self, fault: &Fault) -> Entry {
        let mut detail = fault.message(self.language);
        if let Some(help) = fault.help(self.language) {
            detail.push(' ');
            detail.push_str(&help);
        }
        let pointer = format!("#{}", utf8_percent_encode(&fault.pointer, OUTSIDE_FRAGMENTS));
        Entry { input: fault.input, pointer, detail }
    }
}

/// Characters that must be escaped in the fragment of a URI (RFC 3986, 3.5).
const OUTSIDE_FRAGMENTS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

impl IntoResponse for Problem {
    fn into_response(self) -> Response<Body> {
        let mut response = (self.reason.status(), self.to_json()).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(CONTENT_TYPE, kind);
        headers.insert(CONTENT_LANGUAGE, tag(self.language));
        headers.insert(VARY, HeaderValue::from_static("accept-language"));
        if let Reason::MediaType(accepted) = self.reason {
            headers.insert("accept-post", HeaderValue::from_static(accepted));
        }
        response
    }
}

/// Turns a panic into an internal error. Its message is logged, not sent.
pub(crate) fn after_panic(_: Box<dyn Any + Send + 'static>) -> Response<Body> {
    Reason::Broken.problem(Language::Chinese).into_response()
}
