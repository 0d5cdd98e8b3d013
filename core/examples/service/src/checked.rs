//! Extractors: a record from a request, or a problem with every fault.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Path, Query};
use axum::http::Request;
use axum::http::request::Parts;
use chanjiao::{Facts, Faults, Language, Parameters, Subject};
use serde::Deserialize;

use crate::Service;
use crate::body::{self, typed};
use crate::language::preferred;
use crate::problem::{Problem, Reason};

/// A typed record without faults, and the parameters to check it with.
///
/// A handler with this extractor runs only if the record has no faults. Otherwise the response is
/// `problem+json` with every fault: its position, the value given and the values accepted.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The record.
    pub facts: T,
    /// The parameters: defaults, and the overrides in `?parameters={…}`.
    pub parameters: Parameters,
}

impl<T: Facts + Send + 'static> FromRequest<Arc<Service>> for Checked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, service: &Arc<Service>) -> Result<Self, Problem> {
        let given = Given::from_request(request, service).await?;
        let parsed = service.pool.work(given.len(), move || given.parse(T::from_json)).await;
        let (facts, parameters) = parsed?;
        Ok(Self { facts, parameters })
    }
}

/// A record and overrides of parameters, as text that is not parsed yet.
#[derive(Debug)]
pub(crate) struct Given {
    bytes: Vec<u8>,
    overrides: Overrides,
    language: Language,
}

impl FromRequest<Arc<Service>> for Given {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, service: &Arc<Service>) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let language = preferred(&parts.headers);
        let overrides = Overrides::from_request_parts(&mut parts, service).await?;
        if !typed(&parts.headers, &["application/json"]) {
            return Err(Reason::MediaType("application/json").problem(language));
        }
        let bytes = body::whole(&parts.headers, body, &service.limits).await;
        let bytes = bytes.map_err(|reason| reason.problem(language))?;
        Ok(Self { bytes, overrides, language })
    }
}

impl Given {
    /// The number of bytes of the record.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Parses both. Faults of the record come before those of the parameters.
    pub(crate) fn parse<T>(
        &self,
        parse: impl FnOnce(&str) -> Result<T, Faults>,
    ) -> Result<(T, Parameters), Problem> {
        match (parse(&body::text(&self.bytes)), self.overrides.parse()) {
            (Ok(record), Ok(parameters)) => Ok((record, parameters)),
            (record, parameters) => {
                let mut faults = record.err().unwrap_or_default();
                faults.extend(parameters.err().unwrap_or_default());
                Err(Reason::Faults(faults).problem(self.language))
            }
        }
    }
}

/// The overrides of parameters in the query, as `?parameters={"frontline_share":"65"}`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Overrides {
    parameters: Option<String>,
}

impl Overrides {
    pub(crate) fn parse(&self) -> Result<Parameters, Faults> {
        self.parameters.as_deref().map_or(Ok(Parameters::default()), Parameters::from_json)
    }
}

impl<S: Sync> FromRequestParts<S> for Overrides {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = Query::try_from_uri(&parts.uri);
        query.map(|Query(it)| it).map_err(|_| Reason::Query.problem(preferred(&parts.headers)))
    }
}

/// The subject that the path names.
pub(crate) struct Named(pub(crate) &'static Subject);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let name = Path::<String>::from_request_parts(parts, state).await;
        let subject = name.ok().and_then(|Path(name)| chanjiao::subject(&name));
        subject.map(Self).ok_or_else(|| Reason::Subject.problem(preferred(&parts.headers)))
    }
}
