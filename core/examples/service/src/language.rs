//! Content negotiation: the language of a response (RFC 9110, 12.5.4).

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue};
use chanjiao::Language;

/// The language of the response: the client's preferred one of Chinese and English, by default
/// Chinese, the language of the policy.
pub(crate) struct Negotiated(pub(crate) Language);

impl<S: Sync> FromRequestParts<S> for Negotiated {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(preferred(&parts.headers)))
    }
}

/// Returns the language tag for HTTP headers.
pub(crate) fn tag(language: Language) -> HeaderValue {
    HeaderValue::from_static(match language {
        Language::Chinese => "zh-CN",
        Language::English => "en",
    })
}

pub(crate) fn preferred(headers: &HeaderMap) -> Language {
    let values = headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok());
    let mut best = (0, Language::Chinese);
    for range in values.flat_map(|value| value.split(',')) {
        let (tag, quality) = range.split_once(';').unwrap_or((range, "q=1"));
        let primary = tag.split('-').next().unwrap_or_default().trim();
        let language = match primary.to_ascii_lowercase().as_str() {
            "zh" | "*" => Language::Chinese,
            "en" => Language::English,
            _ => continue,
        };
        // Of equal weights, the first wins.
        let quality = thousandths(quality).unwrap_or(0);
        if best.0 < quality {
            best = (quality, language);
        }
    }
    best.1
}

/// Parses a weight `q=0.8`, in thousandths. A float would accept `nan`, which has no order.
fn thousandths(weight: &str) -> Option<u16> {
    let number = weight.trim().strip_prefix(['q', 'Q'])?.strip_prefix('=')?;
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    if 3 < decimals.len() || !matches!(whole, "0" | "1") {
        return None;
    }
    let thousandths: u16 = format!("{whole}{decimals:0<3}").parse().ok()?;
    (thousandths <= 1_000).then_some(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_is_negotiated() {
        for (header, language) in [
            ("", Language::Chinese),
            ("en", Language::English),
            ("EN-us", Language::English),
            ("zh-TW,en;q=0.9", Language::Chinese),
            ("en;q=0.8, zh;q=0.9", Language::Chinese),
            ("zh;q=0.8, en;q=0.801", Language::English),
            ("en;q=0.5, zh;q=0.5", Language::English),
            ("fr, de;q=0.9, en;q=0.1", Language::English),
            ("fr, *;q=0.1", Language::Chinese),
            ("en;q=0, fr", Language::Chinese),
            ("en;q=nan", Language::Chinese),
            ("en;q=1.001", Language::Chinese),
            ("en;q=+1.0", Language::Chinese),
            (";;,,;=,q=", Language::Chinese),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(header));
            assert_eq!(preferred(&headers), language, "{header}");
        }
    }
}
