//! Delivery: one ordered lane per target inbox, sent from the log of activities, signed for each
//! target; backoff, concurrency and leases per host.

use super::{
    context::Federation,
    fetch::FetchError,
    followers::TellsFollowers,
    knock::Knock,
    verdict::{Verdict, pause, speaks_for_host, verdict},
};
use crate::store::{
    StoreError,
    activities::{self, Audience, LoggedActivity},
    lanes::{self, Lane, Progress, Refusal},
    peers::{self, Peer},
};
use futures_util::StreamExt;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};
use tokio::sync::{Semaphore, watch};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// A host is held this long at a time; a node that dies gives it back after that.
const LEASE_MS: i64 = 60_000;
/// The lease is renewed when less than this is left.
const RENEW_MS: i64 = 30_000;
/// Activities read from the log at once for a lane.
const READ: i64 = 50;
/// Lanes of a host served in one turn, before others get theirs.
const LANES: i64 = 500;
/// Hosts that answered last time, served at once. Those that failed have slots of their own, so
/// that a hundred hanging hosts delay the healthy ones by nothing.
const FAILING_SLOTS: usize = 64;

/// Serves hosts as they become due.
pub struct Delivery {
    federation: Federation,
    /// Requests under way.
    slots: Arc<Semaphore>,
    failing: Arc<Semaphore>,
    /// See [`Knock::signing`].
    signing: Arc<Semaphore>,
    tasks: TaskTracker,
    busy: Arc<AtomicUsize>,
    /// More hosts were due than could be served: each that ends makes room for one of them.
    crowded: Arc<AtomicBool>,
    may_send: watch::Receiver<CancellationToken>,
}

impl Delivery {
    /// Sends while the token in `may_send` is not cancelled; what was begun under one ends with it.
    pub fn new(
        federation: Federation,
        tasks: TaskTracker,
        may_send: watch::Receiver<CancellationToken>,
    ) -> Self {
        let settings = &federation.state.config.federation;
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        Delivery {
            slots: Arc::new(Semaphore::new(settings.deliveries_in_flight)),
            failing: Arc::new(Semaphore::new(FAILING_SLOTS.min(settings.deliveries_in_flight))),
            signing: Arc::new(Semaphore::new(cores)),
            busy: Arc::new(AtomicUsize::new(0)),
            crowded: Arc::new(AtomicBool::new(false)),
            tasks,
            may_send,
            federation,
        }
    }

    /// Starts serving every host that is due and free. Returns how many that were.
    pub async fn serve_due(&self) -> Result<usize, StoreError> {
        let federation = &self.federation;
        let stop = self.may_send.borrow().clone();
        if stop.is_cancelled() {
            return Ok(0);
        }
        let now = federation.now();
        let mut tx = federation.state.db.read().await?;
        let (head, told) =
            (activities::head(&mut tx).await?, activities::newest_told(&mut tx).await?);
        let due = peers::next_due(&mut tx, told).await?;
        drop(tx);
        if due.is_none_or(|due| due > now) {
            return Ok(0);
        }
        let most = federation.state.config.federation.deliveries_in_flight * 2;
        let room = most.saturating_sub(self.busy.load(Ordering::Relaxed));
        if room == 0 {
            self.crowded.store(true, Ordering::Relaxed);
            return Ok(0);
        }
        let mut tx = federation.state.db.begin().await?;
        let node = &federation.node;
        let claimed = peers::claim(&mut tx, node, told, now, LEASE_MS, room as i64).await?;
        tx.commit().await?;
        let count = claimed.len();
        self.crowded.store(count == room, Ordering::Relaxed);
        for peer in claimed {
            self.spawn(peer, Reach { head, told }, stop.clone());
        }
        Ok(count)
    }

    fn spawn(&self, peer: Peer, reach: Reach, stop: CancellationToken) {
        let turn = HostTurn {
            federation: self.federation.clone(),
            slots: if peer.failures == 0 { self.slots.clone() } else { self.failing.clone() },
            signing: self.signing.clone(),
            stop,
            host: peer.host,
            followers: TellsFollowers::default(),
            failures: peer.failures,
            failing_since: peer.failing_since,
        };
        self.busy.fetch_add(1, Ordering::Relaxed);
        let (busy, crowded) = (self.busy.clone(), self.crowded.clone());
        self.tasks.spawn(async move {
            let host = turn.host.clone();
            let more = turn.run(reach).await.unwrap_or_else(|error| {
                tracing::error!(%error, host, "deliveries could not be written down");
                false
            });
            busy.fetch_sub(1, Ordering::Relaxed);
            // Looking who is due costs as much as there are lanes behind: not after every host.
            if more || crowded.load(Ordering::Relaxed) {
                turn.federation.state.wake.lanes.notify_one();
            }
        });
    }
}

/// How far the log of activities went when a turn began.
#[derive(Clone, Copy)]
struct Reach {
    head: i64,
    /// The newest for anybody's followers.
    told: i64,
}

/// One turn of serving one host, under its lease.
struct HostTurn {
    federation: Federation,
    slots: Arc<Semaphore>,
    signing: Arc<Semaphore>,
    stop: CancellationToken,
    host: String,
    followers: TellsFollowers,
    failures: i64,
    failing_since: Option<i64>,
}

/// Why a lane ended its turn.
enum LaneEnd {
    /// Nothing more to send, or the turn is over.
    Pause,
    /// This inbox does not take anything now, while its host answers.
    LaneFails { status: i64, answer: String, wait: Option<u64> },
    /// The host does not take anything now.
    HostFails { status: Option<i64>, answer: String, wait: Option<u64> },
}

impl HostTurn {
    /// Returns whether there is more for this host already, which nobody could take on meanwhile.
    async fn run(&self, reach: Reach) -> Result<bool, StoreError> {
        let outcome = self.lanes(reach).await;
        let mut tx = self.federation.state.db.begin().await?;
        peers::release(&mut tx, &self.federation.node, &self.host).await?;
        let came = activities::head(&mut tx).await? > reach.head;
        for (host, dialect) in self.federation.client.dialects().take_news() {
            peers::set_dialect(&mut tx, &host, dialect.id()).await?;
        }
        tx.commit().await?;
        Ok(outcome? || came)
    }

    /// Returns whether the host has more lanes than were served.
    async fn lanes(&self, reach: Reach) -> Result<bool, StoreError> {
        let now = self.federation.now();
        let mut tx = self.federation.state.db.read().await?;
        let behind = lanes::behind(&mut tx, &self.host, reach.told, now, LANES).await?;
        drop(tx);
        let more = behind.len() as i64 == LANES;
        let per_host = self.federation.state.config.federation.deliveries_per_host.max(1);
        // A host that failed is asked once; only when it answers do its other lanes follow.
        let mut behind = behind.into_iter();
        if self.failures > 0
            && let Some(first) = behind.next()
            && !self.served(self.lane(first, reach.head).await?).await?
        {
            return Ok(false);
        }
        // After a failure those under way end by themselves; those not begun wait for the host.
        let failed = AtomicBool::new(false);
        let turns = behind.map(|lane| async {
            if failed.load(Ordering::Relaxed) {
                return Ok::<_, StoreError>(());
            }
            let end = self.lane(lane, reach.head).await?;
            // Of several that fail at once the first speaks for the host.
            if matches!(end, LaneEnd::HostFails { .. }) && !failed.swap(true, Ordering::Relaxed) {
                self.served(end).await?;
            }
            Ok(())
        });
        // Nothing else is awaited here: a turn that waits for its turn to be polled may hold the
        // only connection that writes, and whoever wants to write then would wait for ever.
        let mut ends = futures_util::stream::iter(turns).buffer_unordered(per_host);
        while let Some(end) = ends.next().await {
            end?;
        }
        Ok(more && !failed.load(Ordering::Relaxed))
    }

    /// Writes down how the host behaved. False when nothing more should be sent to it now.
    async fn served(&self, end: LaneEnd) -> Result<bool, StoreError> {
        let LaneEnd::HostFails { status, answer, wait } = end else { return Ok(true) };
        let now = self.federation.now();
        let settings = &self.federation.state.config.federation;
        let pause = pause(settings, self.failures, wait);
        let since = self.failing_since.unwrap_or(now);
        let mut tx = self.federation.state.db.begin().await?;
        peers::failed(&mut tx, &self.host, status, &answer, now + pause, now).await?;
        if now - since >= i64::from(settings.park_after_days) * 86_400_000 {
            let reason = format!("no success for {} days", settings.park_after_days);
            lanes::park_host(&mut tx, &self.host, &reason).await?;
        }
        tx.commit().await?;
        metrics::counter!("kontor_delivery_failures").increment(1);
        tracing::info!(
            host = self.host,
            ?status,
            answer,
            pause_ms = pause,
            "a host did not take a delivery"
        );
        Ok(false)
    }

    /// Sends what waits in one lane, in order.
    async fn lane(&self, lane: Lane, head: i64) -> Result<LaneEnd, StoreError> {
        let (mut position, mut taken) = (lane.position, false);
        let mut lease = self.federation.now() + LEASE_MS;
        loop {
            let mut tx = self.federation.state.db.read().await?;
            let next = lanes::next(&mut tx, &lane.inbox, position, head, READ).await?;
            drop(tx);
            let whole = (next.len() as i64) < READ;
            let Some(last) = next.last().map(|activity| activity.seq) else {
                // Nothing between here and the head is meant for this inbox.
                self.advance(&lane, head, 0, None).await?;
                return Ok(LaneEnd::Pause);
            };
            for activity in &next {
                // After the last of all, nothing up to the head is meant for this inbox.
                let reached = if whole && activity.seq == last { head } else { activity.seq };
                if self.stop.is_cancelled() {
                    return Ok(LaneEnd::Pause);
                }
                if self.federation.now() > lease - RENEW_MS {
                    lease = self.federation.now() + LEASE_MS;
                    if !self.renew(lease).await? {
                        return Ok(LaneEnd::Pause);
                    }
                }
                match self.send(&lane, activity, reached).await? {
                    Step::Next => taken = true,
                    Step::End(LaneEnd::LaneFails { status, answer, wait }) => {
                        self.failed(&lane, taken, status, &answer, wait).await?;
                        return Ok(LaneEnd::Pause);
                    }
                    Step::End(end) => return Ok(end),
                }
            }
            if whole {
                return Ok(LaneEnd::Pause);
            }
            position = last;
        }
    }

    /// One inbox failed: it waits, from the first pause to the longest, and is parked in the end;
    /// other inboxes of its host go on. `taken`: it took something in this turn.
    async fn failed(
        &self,
        lane: &Lane,
        taken: bool,
        status: i64,
        answer: &str,
        wait: Option<u64>,
    ) -> Result<(), StoreError> {
        let now = self.federation.now();
        let settings = &self.federation.state.config.federation;
        let (failures, since) = match taken {
            true => (0, now),
            false => (lane.failures, lane.failing_since.unwrap_or(now)),
        };
        let next_try = now + pause(settings, failures, wait);
        let mut tx = self.federation.state.db.begin().await?;
        lanes::failed(&mut tx, &lane.inbox, status, answer, next_try, now).await?;
        if now - since >= i64::from(settings.park_after_days) * 86_400_000 {
            let reason = format!("no success for {} days", settings.park_after_days);
            lanes::park(&mut tx, &lane.inbox, &reason).await?;
        }
        peers::answered(&mut tx, &self.host).await?;
        tx.commit().await?;
        metrics::counter!("kontor_delivery_failures").increment(1);
        tracing::info!(inbox = lane.inbox, status, answer, "an inbox did not take a delivery");
        Ok(())
    }

    async fn renew(&self, until: i64) -> Result<bool, StoreError> {
        let mut tx = self.federation.state.db.begin().await?;
        let held = peers::renew(&mut tx, &self.federation.node, &self.host, until).await?;
        tx.commit().await?;
        Ok(held)
    }

    /// Sends one activity; taken or refused, the lane has come as far as `reached`.
    async fn send(
        &self,
        lane: &Lane,
        activity: &LoggedActivity,
        reached: i64,
    ) -> Result<Step, StoreError> {
        let _slot = self.slots.acquire().await.expect("the slots are never closed");
        let signer = self.federation.signer(&activity.actor).await?;
        let followers = match activity.audience {
            Audience::Followers => {
                self.followers.of(&self.federation, &activity.actor, &lane.inbox).await?
            }
            _ => None,
        };
        let knock = Knock {
            federation: &self.federation,
            signing: &self.signing,
            host: &self.host,
            signer,
            followers,
        };
        let answer = match knock.post(&lane.inbox, activity.body.clone().into()).await {
            Ok(answer) => answer,
            Err(error) => return self.unanswered(lane, activity, reached, error).await,
        };
        let status = i64::from(answer.status);
        match verdict(&answer) {
            Verdict::Accepted => {
                metrics::counter!("kontor_delivered").increment(1);
                self.advance(lane, reached, 1, Some((status, ""))).await?;
                Ok(Step::Next)
            }
            Verdict::Refused => {
                self.refused(lane, activity.seq, reached, (status, &answer.body_excerpt)).await?;
                Ok(Step::Next)
            }
            Verdict::Gone => {
                let mut tx = self.federation.state.db.begin().await?;
                let reason = format!("{status}: {}", answer.body_excerpt);
                let now = self.federation.now();
                lanes::note_answer(&mut tx, &lane.inbox, Some(status), &answer.body_excerpt, now)
                    .await?;
                lanes::end(&mut tx, &lane.inbox, reason.trim_end_matches([':', ' ']), now).await?;
                tx.commit().await?;
                tracing::info!(inbox = lane.inbox, status, "an inbox is gone; its followers end");
                Ok(Step::End(LaneEnd::Pause))
            }
            Verdict::Park => {
                let reason = format!("{status}: {}", answer.body_excerpt);
                let mut tx = self.federation.state.db.begin().await?;
                let now = self.federation.now();
                lanes::note_answer(&mut tx, &lane.inbox, Some(status), &answer.body_excerpt, now)
                    .await?;
                lanes::park(&mut tx, &lane.inbox, &reason).await?;
                tx.commit().await?;
                tracing::warn!(inbox = lane.inbox, reason, "a lane is parked");
                Ok(Step::End(LaneEnd::Pause))
            }
            Verdict::Later(wait) => {
                let mut tx = self.federation.state.db.begin().await?;
                let now = self.federation.now();
                lanes::note_answer(&mut tx, &lane.inbox, Some(status), &answer.body_excerpt, now)
                    .await?;
                tx.commit().await?;
                let (code, answer) = (answer.status, answer.body_excerpt);
                Ok(Step::End(match speaks_for_host(code) {
                    true => LaneEnd::HostFails { status: Some(status), answer, wait },
                    false => LaneEnd::LaneFails { status, answer, wait },
                }))
            }
        }
    }

    async fn unanswered(
        &self,
        lane: &Lane,
        activity: &LoggedActivity,
        reached: i64,
        error: FetchError,
    ) -> Result<Step, StoreError> {
        if !error.is_temporary() {
            // An address we must not send to does not get better by waiting.
            self.refused(lane, activity.seq, reached, (0, &error.to_string())).await?;
            return Ok(Step::Next);
        }
        let mut tx = self.federation.state.db.begin().await?;
        let now = self.federation.now();
        lanes::note_answer(&mut tx, &lane.inbox, None, &error.to_string(), now).await?;
        tx.commit().await?;
        let end = LaneEnd::HostFails { status: None, answer: error.to_string(), wait: None };
        Ok(Step::End(end))
    }

    async fn refused(
        &self,
        lane: &Lane,
        seq: i64,
        reached: i64,
        (status, answer): (i64, &str),
    ) -> Result<(), StoreError> {
        let now = self.federation.now();
        let mut tx = self.federation.state.db.begin().await?;
        let refusal =
            Refusal { inbox: lane.inbox.clone(), seq, status, answer: answer.to_owned(), at: now };
        lanes::refuse(&mut tx, &refusal).await?;
        let progress = Progress {
            inbox: lane.inbox.clone(),
            position: reached,
            sent: 0,
            status: Some(status),
            answer: answer.to_owned(),
            at: now,
        };
        lanes::advance(&mut tx, &progress).await?;
        if status > 0 {
            // It answers: what it does not take is not the host's failure.
            peers::succeeded(&mut tx, &self.host, status, now).await?;
        }
        tx.commit().await?;
        metrics::counter!("kontor_delivery_refused").increment(1);
        tracing::warn!(inbox = lane.inbox, seq, status, answer, "an activity was refused");
        Ok(())
    }

    async fn advance(
        &self,
        lane: &Lane,
        position: i64,
        sent: i64,
        answered: Option<(i64, &str)>,
    ) -> Result<(), StoreError> {
        let now = self.federation.now();
        let progress = Progress {
            inbox: lane.inbox.clone(),
            position,
            sent,
            status: answered.map(|(status, _)| status),
            answer: answered.map(|(_, answer)| answer.to_owned()).unwrap_or_default(),
            at: now,
        };
        self.federation.progress.write(progress, self.host.clone()).await
    }
}

enum Step {
    Next,
    End(LaneEnd),
}
