//! What follows a write: events become activities, arrivals take effect, lanes are served,
//! wishes to follow are fulfilled. Rung by this process, and by itself once a second, because
//! commands and other nodes write to the same database.

mod alerts;
mod presence;

use self::presence::Presence;
use crate::{
    app::{
        self,
        copies::Copies,
        desk::{self, Desk},
        media,
    },
    federation::{
        Federation, application, backfill, catalogue, compare, deliver::Delivery, follow,
        followers::check as followers, inbox, lists, outbox, relay,
    },
    mail::{Mailbox, Postman},
    store::{
        StoreError, account_keys, attempts, catalogue as comparisons, cities, harvest, imports,
        inbox as arrivals, mail, peers, search, sessions,
    },
    telemetry,
};
use std::{future::Future, sync::Arc, time::Duration};
use tokio::sync::Notify;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How often jobs look by themselves.
const LOOK: Duration = Duration::from_secs(1);
/// A pause after a failure of the database.
const BREATH: Duration = Duration::from_secs(2);
const HOUSEKEEPING: Duration = Duration::from_secs(60);
/// Bodies of arrivals that took effect are kept this long, for a look when something is odd.
const KEEP_BODIES_MS: i64 = 7 * 86_400_000;
/// How often something was tried is of no interest after a day.
const KEEP_TRIES_MS: i64 = 86_400_000;
/// What became of a mail can be looked up for a month.
const KEEP_MAIL_MS: i64 = 30 * 86_400_000;

/// The running jobs of one process.
pub struct Jobs {
    federation: Federation,
    tasks: TaskTracker,
    stop: CancellationToken,
    presence: Presence,
}

impl Jobs {
    /// Starts all loops.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn start(federation: Federation) -> Result<Self, StoreError> {
        let stop = CancellationToken::new();
        // Before any work is taken: what a killed process held is free, and this one is seen.
        let presence = Presence::begin(&federation.state.db, &stop).await?;
        let jobs = Jobs { federation, tasks: TaskTracker::new(), stop, presence };
        let wake = jobs.federation.state.wake.clone();
        let on = |part: fn(&crate::state::Wake) -> &Notify| Bell { wake: wake.clone(), part };
        let federation = jobs.federation.clone();
        jobs.spawn("events", on(|wake| &wake.events), move || {
            let federation = federation.clone();
            async move { Ok(publish_due(&federation).await? + outbox::tell(&federation).await?) }
        });
        let workers = Arc::new(inbox::workers::Workers::start(
            jobs.federation.clone(),
            &jobs.tasks,
            jobs.stop.clone(),
        ));
        jobs.spawn("inbox", on(|wake| &wake.inbox), move || {
            let workers = workers.clone();
            async move { workers.hand_out().await }
        });
        let may_send = jobs.presence.may_send.clone();
        let delivery =
            Arc::new(Delivery::new(jobs.federation.clone(), jobs.tasks.clone(), may_send));
        jobs.spawn("deliveries", on(|wake| &wake.lanes), move || {
            let delivery = delivery.clone();
            async move { delivery.serve_due().await }
        });
        let (federation, tasks, stop) =
            (jobs.federation.clone(), jobs.tasks.clone(), jobs.stop.clone());
        jobs.spawn("follows", on(|wake| &wake.follows), move || {
            let (federation, tasks, stop) = (federation.clone(), tasks.clone(), stop.clone());
            async move {
                let asked = follow::ask_wanted(&federation, &tasks).await?;
                let asked = asked + application::send_due(&federation, &tasks).await?;
                let asked = asked + relay::ask_due(&federation, &tasks).await?;
                let asked = asked + followers::check_due(&federation, &tasks).await?;
                let read = lists::read_due(&federation, &tasks).await?;
                let read = read + backfill::read_due(&federation, &tasks, &stop).await?;
                Ok(asked + read + compare::compare_due(&federation, &tasks, &stop).await?)
            }
        });
        let postman = Arc::new(Postman::new(&jobs.federation.state));
        jobs.spawn("mail", on(|wake| &wake.mail), move || {
            let postman = postman.clone();
            async move { postman.send_due().await }
        });
        if let Some(mailbox) = Mailbox::new(&jobs.federation.state) {
            let (mailbox, stop) = (Arc::new(mailbox), jobs.stop.clone());
            jobs.spawn("mailbox", on(|wake| &wake.mailbox), move || {
                let (mailbox, stop) = (mailbox.clone(), stop.clone());
                async move {
                    // A server that does not answer holds up no end: what is read is read again.
                    tokio::select! {
                        () = stop.cancelled() => Ok(0),
                        looked = mailbox.look_due() => looked,
                    }
                }
            });
        }
        let federation = jobs.federation.clone();
        jobs.spawn("alerts", on(|wake| &wake.alerts), move || {
            let federation = federation.clone();
            async move { alerts::tell(&federation).await }
        });
        jobs.keep_index();
        jobs.keep_house();
        Ok(jobs)
    }

    /// Does `work` until it finds nothing to do, then waits for the bell.
    fn spawn<F>(&self, name: &'static str, bell: Bell, work: impl Fn() -> F + Send + 'static)
    where
        F: Future<Output = Result<usize, StoreError>> + Send,
    {
        let stop = self.stop.clone();
        self.tasks.spawn(async move {
            while !stop.is_cancelled() {
                match work().await {
                    Ok(0) => {
                        tokio::select! {
                            () = stop.cancelled() => {}
                            () = bell.rings() => {}
                            () = tokio::time::sleep(LOOK) => {}
                        }
                    }
                    Ok(_) => {}
                    Err(error) => {
                        tracing::error!(job = name, %error, "a job stumbled and tries again");
                        tokio::time::sleep(BREATH).await;
                    }
                }
            }
        });
    }

    /// Fills the index of the search at the start, and takes in what other processes change; the
    /// same for what harvesters are told.
    fn keep_index(&self) {
        let (federation, stop) = (self.federation.clone(), self.stop.clone());
        self.tasks.spawn(async move {
            let db = &federation.state.db;
            while !stop.is_cancelled() {
                let mut kept = search::catch_up(db).await;
                if kept.is_ok() {
                    kept = harvest::catch_up(db, federation.now()).await;
                }
                let pause = match kept {
                    Ok(_) => LOOK,
                    Err(error) => {
                        tracing::error!(%error, "the index of the search is not up to date");
                        BREATH
                    }
                };
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = tokio::time::sleep(pause) => {}
                }
            }
        });
    }

    fn keep_house(&self) {
        let (federation, stop) = (self.federation.clone(), self.stop.clone());
        self.tasks.spawn(async move {
            match search::renew(&federation.state.db).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "cases of before can be found by more"),
                Err(error) => tracing::error!(%error, "cases of before lack some facets"),
            }
            match cities::load(&federation.state.db).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "the register of cities was loaded"),
                Err(error) => tracing::error!(%error, "the register of cities was not loaded"),
            }
            match catalogue::complete(&federation).await {
                Ok(0) => {}
                Ok(count) => tracing::info!(count, "the catalogue was completed"),
                Err(error) => tracing::error!(%error, "the catalogue was not completed"),
            }
            if let Err(error) = compare_soon(&federation).await {
                tracing::error!(%error, "comparisons were not brought forward");
            }
            let mut rounds: u64 = 0;
            while !stop.is_cancelled() {
                // Histograms gather until they are rendered.
                telemetry::render_metrics();
                tidy_copies(&federation).await;
                if rounds.is_multiple_of(60)
                    && let Err(error) = forget(&federation).await
                {
                    tracing::error!(%error, "old arrivals were not tidied up");
                }
                // Once a day, an hour after the start: not when everything else begins.
                if rounds % (24 * 60) == 60 {
                    sweep(&federation).await;
                    remind(&federation).await;
                }
                rounds += 1;
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = tokio::time::sleep(HOUSEKEEPING) => {}
                }
            }
        });
    }

    /// Ends all loops: what is under way is finished, at most for `patience`; what is not
    /// finished is handed back for the next process or another node.
    pub async fn stop(self, patience: Duration) {
        self.stop.cancel();
        self.tasks.close();
        if tokio::time::timeout(patience, self.tasks.wait()).await.is_err() {
            tracing::warn!("some deliveries did not end in time; they go on at the next start");
        }
        if let Err(error) = hand_back(&self.federation).await {
            tracing::warn!(%error, "what this process held is free again in a minute");
        }
        self.presence.end().await;
    }
}

struct Bell {
    wake: Arc<crate::state::Wake>,
    part: fn(&crate::state::Wake) -> &Notify,
}

impl Bell {
    async fn rings(&self) {
        (self.part)(&self.wake).notified().await;
    }
}

/// What editors scheduled is published before the log is read.
async fn publish_due(federation: &Federation) -> Result<usize, StoreError> {
    let state = &federation.state;
    match Desk::of(&state.db, &state.config, &state.urls).await {
        Ok(desk) => desk.publish_due(federation.now()).await,
        Err(app::Error::Store(error)) => Err(error),
        // Without a network actor nothing was ever published.
        Err(_) => Ok(0),
    }
}

/// Nobody knows what was missed while this server was down: catalogues are compared soon.
async fn compare_soon(federation: &Federation) -> Result<(), StoreError> {
    const SOON_MS: i64 = 60_000;
    let mut tx = federation.state.db.begin().await?;
    comparisons::hasten_all(&mut tx, federation.now() + SOON_MS).await?;
    tx.commit().await
}

async fn forget(federation: &Federation) -> Result<(), StoreError> {
    let (now, settings) = (federation.now(), &federation.state.config.accounts);
    let mut tx = federation.state.db.begin().await?;
    arrivals::forget_bodies(&mut tx, now - KEEP_BODIES_MS).await?;
    sessions::forget_old(&mut tx, now - settings.idle_ms(), now - settings.longest_ms()).await?;
    account_keys::forget_expired(&mut tx, now).await?;
    app::contact::tidy(&mut tx, now).await?;
    attempts::forget_old(&mut tx, now - KEEP_TRIES_MS).await?;
    mail::forget_old(&mut tx, now - KEEP_MAIL_MS).await?;
    app::mail::returns::forget_old(&mut tx, now).await?;
    app::alerts::forget_old(&mut tx, now).await?;
    app::notices::forget_old(&mut tx, now).await?;
    imports::forget_old(&mut tx, now).await?;
    tx.commit().await
}

/// Takes away pictures that were kept and never came into a draft.
async fn sweep(federation: &Federation) {
    let state = &federation.state;
    match media::sweep(&state.db, &state.vault, federation.now()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "pictures that nothing speaks of were swept away"),
        Err(error) => tracing::error!(%error, "the store of pictures was not tidied up"),
    }
}

/// Reminds reviewers of cases that nobody looked at for long.
async fn remind(federation: &Federation) {
    match desk::remind(&federation.state.db, federation.now()).await {
        Ok(false) => {}
        Ok(true) => tracing::info!("reviewers are reminded of old cases"),
        Err(error) => tracing::error!(%error, "nobody was reminded of old cases"),
    }
}

/// Takes away copies of pictures that nothing shows any longer, or that have no room.
async fn tidy_copies(federation: &Federation) {
    let state = &federation.state;
    let copies = Copies::of(&state.db, &state.vault, &state.loading, &state.config);
    match copies.tidy(federation.now()).await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "copies of partners' pictures were taken away"),
        Err(error) => tracing::error!(%error, "copies of partners' pictures were not tidied up"),
    }
}

async fn hand_back(federation: &Federation) -> Result<(), StoreError> {
    let mut tx = federation.state.db.begin().await?;
    peers::release_all(&mut tx, &federation.node).await?;
    tx.commit().await
}
