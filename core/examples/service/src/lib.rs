//! An example HTTP service for `chanjiao`: records in, answers or problems out.
//!
//! It uses only the public API of `chanjiao`. An error response is `application/problem+json`
//! (RFC 9457) and lists every fault, in the language of `Accept-Language`. Memory and time per
//! client are bounded: see [`Limits`].

mod batch;
mod body;
mod catalogue;
mod check;
mod checked;
mod language;
mod limits;
mod openapi;
mod pool;
mod problem;
mod serve;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::Level;

pub use checked::Checked;
pub use limits::Limits;
pub use problem::{Problem, Reason};
pub use serve::serve;

use catalogue::Catalogue;
use language::Negotiated;
use pool::Pool;

/// State shared by all requests.
#[derive(Debug)]
pub struct Service {
    limits: Limits,
    catalogue: Catalogue,
    pool: Pool,
}

/// Returns the routes of the service.
pub fn app(limits: Limits) -> Router {
    let service = Arc::new(Service { limits, catalogue: Catalogue::new(), pool: Pool::new() });
    Router::new()
        .route("/check/{subject}", post(check::check))
        .route("/batch/{subject}", post(batch::batch))
        // An example of your own route: a typed record, checked before the handler runs.
        .route("/enterprise/teacher-posts", post(check::teacher_posts))
        .route("/rules", get(catalogue::rules))
        .route("/rules/{rule}", get(catalogue::rule))
        .route("/subjects", get(catalogue::subjects))
        .route("/parameters", get(catalogue::parameters))
        .route("/policy", get(catalogue::policy))
        .route("/schemas/{draft}/{file}", get(catalogue::schema))
        .route("/openapi.json", get(catalogue::openapi))
        .route("/health", get(catalogue::health))
        .fallback(async |Negotiated(language): Negotiated| Reason::NotFound.problem(language))
        .method_not_allowed_fallback(async |Negotiated(language): Negotiated| {
            Reason::Method.problem(language)
        })
        .layer(
            // Records can contain personal data, so the log has no bodies and no queries.
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
                .layer(
                    TraceLayer::new_for_http()
                        .make_span_with(span)
                        .on_response(DefaultOnResponse::new().level(Level::INFO)),
                )
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(middleware::from_fn_with_state(Arc::clone(&service), with_timeout))
                .layer(CatchPanicLayer::custom(problem::after_panic)),
        )
        .with_state(service)
}

/// The log entry of a request: method and path, without the query.
fn span(request: &Request) -> tracing::Span {
    let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok());
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
}

/// Answers with an error if a handler exceeds its time limit.
async fn with_timeout(
    State(service): State<Arc<Service>>,
    Negotiated(language): Negotiated,
    request: Request,
    next: Next,
) -> Response {
    let answered = tokio::time::timeout(service.limits.handler(), next.run(request)).await;
    answered.unwrap_or_else(|_| Reason::Overdue.problem(language).into_response())
}
