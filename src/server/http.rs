//! Accepts connections and serves them until the process is told to end.

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::body::Incoming;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use std::{pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    signal::unix::{Signal, SignalKind, signal},
    sync::Semaphore,
};
use tower::ServiceExt;

/// Connections at once; more wait in the kernel's queue.
const CONNECTIONS: usize = 8_192;
/// A client must have sent its request's head within this time, or it holds a connection only.
const HEAD_TIME: Duration = Duration::from_secs(15);

/// Serves until `end`; then requests under way get `patience` to end.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    end: impl Future<Output = ()>,
    patience: Duration,
) {
    let mut builder = Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_TIME);
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    let mut end = pin!(end);
    loop {
        let permit = room.clone().acquire_owned().await.expect("never closed");
        let (stream, peer) = tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors: others must end before there is room again.
                    tracing::warn!(%error, "a connection was not accepted");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            },
            () = &mut end => break,
        };
        let _ = stream.set_nodelay(true);
        let router = router.clone();
        let service = tower::service_fn(move |request: Request<Incoming>| {
            let mut request = request.map(Body::new);
            request.extensions_mut().insert(ConnectInfo(peer));
            router.clone().oneshot(request)
        });
        let service = TowerToHyperService::new(service);
        let connection = builder
            .serve_connection_with_upgrades(TokioIo::<TcpStream>::new(stream), service)
            .into_owned();
        let connection = graceful.watch(connection);
        tokio::spawn(async move {
            // How a client breaks off is its own affair.
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    tracing::info!("told to end; requests under way are finished");
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(patience) => tracing::warn!("some requests did not end in time"),
    }
}

/// SIGTERM and SIGINT. From the moment this exists they no longer end the process by themselves;
/// one that comes before anybody waits for it is not lost.
pub struct Signals {
    term: Signal,
    interrupt: Signal,
}

impl Signals {
    pub fn listen() -> Self {
        let listen = |kind| signal(kind).expect("signals can be listened to");
        Self { term: listen(SignalKind::terminate()), interrupt: listen(SignalKind::interrupt()) }
    }

    /// Returns when one of them has come.
    pub async fn received(mut self) {
        tokio::select! {
            _ = self.term.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
