//! Records in requests: read whole, or refused with every fault.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Path, Query};
use axum::http::Request;
use axum::http::request::Parts;
use chanjiao::{Facts, Faults, Language, Parameters, Subject};
use serde::Deserialize;

use crate::Service;
use crate::body::{self, typed};
use crate::language::asked;
use crate::problem::{Problem, Reason};

/// A typed record without faults, and the parameters to judge it by.
///
/// A handler that takes one runs only with a record that can be judged. Else the client hears,
/// as `problem+json`, of every fault at once: where it is, what was given, what is accepted.
#[derive(Debug, Clone)]
pub struct Checked<T> {
    /// The record.
    pub facts: T,
    /// The parameters: their defaults, but for what `?parameters={…}` overrides.
    pub parameters: Parameters,
}

impl<T: Facts + Send + 'static> FromRequest<Arc<Service>> for Checked<T> {
    type Rejection = Problem;

    async fn from_request(request: Request<Body>, service: &Arc<Service>) -> Result<Self, Problem> {
        let given = Given::from_request(request, service).await?;
        let read = service.pool.work(given.len(), move || given.read(T::from_json)).await;
        let (facts, parameters) = read?;
        Ok(Self { facts, parameters })
    }
}

/// A record and overrides of parameters as text, not read yet.
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
        let language = asked(&parts.headers);
        let overrides = Overrides::from_request_parts(&mut parts, service).await?;
        if !typed(&parts.headers, &["application/json"]) {
            return Err(Reason::MediaType("application/json").told(language));
        }
        let bytes = body::whole(&parts.headers, body, &service.limits).await;
        let bytes = bytes.map_err(|reason| reason.told(language))?;
        Ok(Self { bytes, overrides, language })
    }
}

impl Given {
    /// How many bytes the record has.
    pub(crate) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Reads both; the faults of the record come before those of the parameters.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&str) -> Result<T, Faults>,
    ) -> Result<(T, Parameters), Problem> {
        match (read(&body::text(&self.bytes)), self.overrides.read()) {
            (Ok(record), Ok(parameters)) => Ok((record, parameters)),
            (record, parameters) => {
                let mut faults = record.err().unwrap_or_default();
                faults.extend(parameters.err().unwrap_or_default());
                Err(Reason::Faults(faults).told(self.language))
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
    pub(crate) fn read(&self) -> Result<Parameters, Faults> {
        self.parameters.as_deref().map_or(Ok(Parameters::default()), Parameters::from_json)
    }
}

impl<S: Sync> FromRequestParts<S> for Overrides {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = Query::try_from_uri(&parts.uri);
        query.map(|Query(it)| it).map_err(|_| Reason::Query.told(asked(&parts.headers)))
    }
}

/// The subject that the path names.
pub(crate) struct Named(pub(crate) &'static Subject);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let name = Path::<String>::from_request_parts(parts, state).await;
        let subject = name.ok().and_then(|Path(name)| chanjiao::subject(&name));
        subject.map(Self).ok_or_else(|| Reason::Subject.told(asked(&parts.headers)))
    }
}
