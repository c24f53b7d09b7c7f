//! What a running instance tells its operator: log lines, metrics, and ids that join them.

use std::{io::stderr, sync::OnceLock};

use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tower_http::request_id::{MakeRequestId, RequestId};
use tracing_subscriber::{
    Layer, Registry, filter::Targets, layer::SubscriberExt, util::SubscriberInitExt,
};

use crate::config::{Log, LogFormat};

/// Upper bounds, in seconds, of the buckets of every histogram whose name ends in `_seconds`.
const SECONDS: &[f64] =
    &[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// Starts logging to standard error and counting, once for the process; later calls change
/// nothing, so that several instances can live in one process.
///
/// What goes into a field is up to the caller, and tokens, mail addresses and bodies never do.
pub fn init(log: &Log) {
    let filter = filter(&log.level);
    let lines = match log.format {
        LogFormat::Text => tracing_subscriber::fmt::layer()
            .with_ansi(std::io::IsTerminal::is_terminal(&stderr()))
            .with_writer(stderr)
            .boxed(),
        LogFormat::Json => tracing_subscriber::fmt::layer()
            .json()
            .flatten_event(true)
            .with_current_span(true)
            .with_span_list(false)
            .with_writer(stderr)
            .boxed(),
    };
    // Refused only when a subscriber is there already: the first one stays.
    let _ = Registry::default().with(lines.with_filter(filter)).try_init();
    start_metrics();
}

/// The checked text of `log.level` as a filter. The database driver is kept to its warnings, as it
/// would print each statement at `debug`.
fn filter(level: &str) -> Targets {
    let level = level.replace(' ', "");
    let own: Targets = level.parse().unwrap_or_else(|_| Targets::new().with_default(LEVEL));
    match level.contains("sqlx") {
        true => own,
        false => own.with_target("sqlx", tracing::level_filters::LevelFilter::WARN),
    }
}

const LEVEL: tracing::Level = tracing::Level::INFO;

fn start_metrics() {
    METRICS.get_or_init(|| {
        let recorder = recorder().expect("the bounds of the buckets are a list that is not empty");
        let handle = recorder.handle();
        // Refused only when another recorder is there: then ours shows nothing.
        let _ = metrics::set_global_recorder(recorder);
        handle
    });
}

fn recorder() -> Result<metrics_exporter_prometheus::PrometheusRecorder, BuildError> {
    let seconds = Matcher::Suffix("_seconds".into());
    Ok(PrometheusBuilder::new().set_buckets_for_metric(seconds, SECONDS)?.build_recorder())
}

/// All metrics in the text format of Prometheus; empty before [`init`].
///
/// To be called now and then even when nobody asks (once a minute will do): observations are
/// gathered into their buckets on the way and would pile up otherwise.
pub fn render_metrics() -> String {
    let Some(handle) = METRICS.get() else {
        return String::new();
    };
    handle.run_upkeep();
    handle.render()
}

/// A fresh id for a request or an error: what a visitor is shown and the log is searched for.
/// 26 characters, sorting by time.
pub fn new_id() -> String {
    ulid::Ulid::new().to_string()
}

/// Gives each request its id, for `tower_http::request_id::SetRequestIdLayer`.
///
/// That layer keeps an `X-Request-Id` which came from outside, so the header has to be removed
/// first unless it was set by a proxy of ours.
#[derive(Debug, Clone, Copy, Default)]
pub struct RequestIds;

impl MakeRequestId for RequestIds {
    fn make_request_id<B>(&mut self, _: &axum::http::Request<B>) -> Option<RequestId> {
        axum::http::HeaderValue::from_str(&new_id()).ok().map(RequestId::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_holds_for_all_parts_but_the_one_that_has_its_own() {
        let filter = filter("warn, kontor::federation=debug");
        assert!(filter.would_enable("kontor::web", &tracing::Level::WARN));
        assert!(!filter.would_enable("kontor::web", &tracing::Level::INFO));
        assert!(filter.would_enable("kontor::federation::inbox", &tracing::Level::DEBUG));
    }

    #[test]
    fn statements_are_not_logged_unless_asked_for() {
        assert!(!filter("debug").would_enable("sqlx::query", &tracing::Level::DEBUG));
        assert!(filter("info,sqlx=debug").would_enable("sqlx::query", &tracing::Level::DEBUG));
    }

    #[test]
    fn what_was_counted_is_shown() {
        start_metrics();
        metrics::counter!("kontor_test_things_total", "kind" => "odd").increment(3);
        metrics::histogram!("kontor_test_wait_seconds").record(0.2);
        let text = render_metrics();
        assert!(text.contains("kontor_test_things_total{kind=\"odd\"} 3"), "{text}");
        assert!(text.contains("kontor_test_wait_seconds_bucket{le=\"0.25\"} 1"), "{text}");
    }

    #[test]
    fn ids_differ() {
        assert_ne!(new_id(), new_id());
        assert_eq!(new_id().len(), 26);
    }
}
