//! Request bodies: media type, and bytes within limits.

use axum::body::{Body, HttpBody};
use axum::http::HeaderMap;
use axum::http::header::{CONTENT_ENCODING, CONTENT_TYPE, EXPECT};
use bytes::Bytes;
use futures_util::StreamExt;
use tokio::time::timeout;

use crate::limits::Limits;
use crate::problem::Reason;

/// How many bytes beyond the limit are read and discarded. Many clients read no response before
/// they have sent the whole body, unless they wait for `100 Continue`.
const DISCARDED: u64 = 64 << 20;

/// Returns whether a body has one of the media types, is UTF-8 and is not compressed.
pub(crate) fn typed(headers: &HeaderMap, accepted: &[&str]) -> bool {
    let text = |name| headers.get(name).map_or(Some(""), |value| value.to_str().ok());
    let (Some(kind), Some(coding)) = (text(CONTENT_TYPE), text(CONTENT_ENCODING)) else {
        return false;
    };
    let mut parts = kind.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    let utf8 = |parameter: &str| match parameter.split_once('=') {
        Some((name, charset)) if name.eq_ignore_ascii_case("charset") => {
            charset.trim_matches('"').eq_ignore_ascii_case("utf-8")
        }
        _ => true,
    };
    accepted.iter().any(|it| it.eq_ignore_ascii_case(kind))
        && parts.all(utf8)
        && matches!(coding.to_ascii_lowercase().as_str(), "" | "identity")
}

/// Reads a whole body within the time and size limits of a record.
pub(crate) async fn whole(
    headers: &HeaderMap,
    body: Body,
    limits: &Limits,
) -> Result<Vec<u8>, Reason> {
    let most = u64::try_from(limits.record_bytes).unwrap_or(u64::MAX);
    let declared = body.size_hint().lower();
    let waits = headers.contains_key(EXPECT);
    if most.saturating_add(if waits { 0 } else { DISCARDED }) < declared {
        return Err(Reason::TooLarge(most));
    }
    let collected = timeout(limits.body(), collected(body, most)).await;
    collected.unwrap_or(Err(Reason::TooSlow))
}

async fn collected(body: Body, most: u64) -> Result<Vec<u8>, Reason> {
    let mut pieces = body.into_data_stream();
    let mut whole = Vec::new();
    let mut length = 0_u64;
    while let Some(piece) = pieces.next().await {
        let piece: Bytes = piece.map_err(|_| Reason::CutShort)?;
        length = length.saturating_add(u64::try_from(piece.len()).unwrap_or(u64::MAX));
        if length <= most {
            whole.extend_from_slice(&piece);
        } else if most.saturating_add(DISCARDED) < length {
            break;
        } else {
            whole = Vec::new();
        }
    }
    if most < length { Err(Reason::TooLarge(most)) } else { Ok(whole) }
}

/// Decodes the bytes as UTF-8. Invalid bytes end the text with one U+FFFD: that is not JSON there, so
/// the parser reports the position.
pub(crate) fn text(bytes: &[u8]) -> std::borrow::Cow<'_, str> {
    const MARK: char = '\u{fffd}';
    match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        Err(mistake) => {
            let sound = bytes.get(..mistake.valid_up_to()).unwrap_or_default();
            let mut text = String::from_utf8_lossy(sound).into_owned();
            text.push(MARK);
            text.into()
        }
    }
}
