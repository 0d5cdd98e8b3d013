//! An HTTP service around the rules: records in, answers or refusals out.
//!
//! Every rule is called through the public interface of `chanjiao`; what this adds is what a
//! service needs around it. A refusal is `application/problem+json` (RFC 9457) with every fault
//! at its place, in the language that was asked for. Nobody can make it hold more than its limits
//! allow, nor keep it waiting: see [`Limits`].

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
use language::Spoken;
use pool::Pool;

/// What all requests share.
#[derive(Debug)]
pub struct Service {
    limits: Limits,
    catalogue: Catalogue,
    pool: Pool,
}

/// The routes of the service.
pub fn app(limits: Limits) -> Router {
    let service = Arc::new(Service { limits, catalogue: Catalogue::new(), pool: Pool::new() });
    Router::new()
        .route("/check/{subject}", post(check::check))
        .route("/batch/{subject}", post(batch::batch))
        // What a service of one's own would add: a typed record, checked before the handler runs.
        .route("/enterprise/teacher-posts", post(check::teacher_posts))
        .route("/rules", get(catalogue::rules))
        .route("/rules/{rule}", get(catalogue::rule))
        .route("/subjects", get(catalogue::subjects))
        .route("/parameters", get(catalogue::parameters))
        .route("/policy", get(catalogue::policy))
        .route("/schemas/{draft}/{file}", get(catalogue::schema))
        .route("/openapi.json", get(catalogue::openapi))
        .route("/health", get(catalogue::health))
        .fallback(async |Spoken(language): Spoken| Reason::NotFound.told(language))
        .method_not_allowed_fallback(async |Spoken(language): Spoken| Reason::Method.told(language))
        .layer(
            // Records may be about persons: the log has no bodies and no queries.
            ServiceBuilder::new()
                .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
                .layer(
                    TraceLayer::new_for_http()
                        .make_span_with(span)
                        .on_response(DefaultOnResponse::new().level(Level::INFO)),
                )
                .layer(PropagateRequestIdLayer::x_request_id())
                .layer(middleware::from_fn_with_state(Arc::clone(&service), in_time))
                .layer(CatchPanicLayer::custom(problem::after_panic)),
        )
        .with_state(service)
}

/// A request in the log: its method and its path, not its query.
fn span(request: &Request) -> tracing::Span {
    let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok());
    tracing::info_span!("request", method = %request.method(), path = request.uri().path(), id)
}

/// Whatever a handler does, its client hears by then.
async fn in_time(
    State(service): State<Arc<Service>>,
    Spoken(language): Spoken,
    request: Request,
    next: Next,
) -> Response {
    let answered = tokio::time::timeout(service.limits.handler(), next.run(request)).await;
    answered.unwrap_or_else(|_| Reason::Overdue.told(language).into_response())
}
