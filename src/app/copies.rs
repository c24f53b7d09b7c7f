//! Pictures that stand elsewhere are shown as copies of ours: loaded when somebody first wants to see
//! one, written anew, kept within a bound, and gone when what shows them is.

use std::sync::Arc;

use futures_util::FutureExt as _;
use url::Url;

use super::media::random;
use crate::{
    config::Config,
    domain::{media::Named, network::PeerStanding},
    media::{Loading, NotLoaded, Vault, VaultError},
    store::{
        Db, StoreError, Tx,
        copies::{self, Copy, Icon},
        peers,
    },
};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
/// When a copy was last asked for is written down this often.
const TOUCH_MS: i64 = HOUR_MS;
/// Pauses after failures, from the first on; the last for all others.
const PAUSES_MS: [i64; 6] =
    [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS];
/// What is no picture hardly becomes one: the pauses begin here.
const HARDLY: i64 = 4;
/// A failure that nobody asked about for so long is forgotten.
const FORGET_MS: i64 = 7 * 24 * HOUR_MS;
/// Copies taken away at once.
const SOME: i64 = 100;

/// A picture that something here shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// `media::tag` of its address.
    pub tag: String,
    pub url: String,
    /// Uri of the case or actor that shows it.
    pub owner: String,
    /// Whether it is of an actor: then only a square of it is kept.
    pub face: bool,
}

/// The copies of one instance. Cheap to clone.
#[derive(Clone)]
pub struct Copies {
    db: Db,
    vault: Arc<Vault>,
    loading: Arc<Loading>,
    /// Largest file, and room for all copies, in bytes.
    most_bytes: usize,
    room: i64,
}

/// Where copies could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl Copies {
    pub fn of(db: &Db, vault: &Arc<Vault>, loading: &Arc<Loading>, config: &Config) -> Self {
        Copies {
            db: db.clone(),
            vault: vault.clone(),
            loading: loading.clone(),
            most_bytes: config.media.upload_max_bytes,
            room: i64::try_from(config.media.remote_cache_bytes).unwrap_or(i64::MAX),
        }
    }

    /// The copy of a picture; the first who asks has it loaded. That is the reason for no catalogue
    /// to be loaded ahead: most of its pictures are never looked at here, and would push out those
    /// that are. None while there is nothing to show: its host is kept out, does not answer, or has
    /// no picture there, which is remembered for a growing time.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn get(&self, wanted: Wanted, now: i64) -> Result<Option<Named>, StoreError> {
        let Some(host) = host_of(&wanted.url) else { return Ok(None) };
        let mut tx = self.db.read().await?;
        if is_kept_out(&mut tx, &host).await? {
            return Ok(None);
        }
        let known = copies::find(&mut tx, &wanted.tag).await?;
        drop(tx);
        let failures = match known {
            Some(Copy { name: Some(name), used_at, .. }) => {
                if now - used_at >= TOUCH_MS {
                    let mut tx = self.db.begin().await?;
                    copies::touch(&mut tx, &wanted.tag, now).await?;
                    tx.commit().await?;
                }
                return Ok(Named::parse(&name));
            }
            Some(failed) if failed.retry_at > now => return Ok(None),
            Some(failed) => failed.failures,
            None => 0,
        };
        let (me, tag) = (self.clone(), wanted.tag.clone());
        let load = move || async move { me.loaded(wanted, host, failures, now).await }.boxed();
        Ok(self.loading.once(&tag, load).await)
    }

    async fn loaded(self, wanted: Wanted, host: String, failures: i64, now: i64) -> Option<Named> {
        let url = wanted.url.clone();
        match self.load(wanted, host, failures, now).await {
            Ok(named) => named,
            Err(error) => {
                tracing::error!(%error, url, "a partner's picture could not be kept");
                None
            }
        }
    }

    async fn load(
        &self,
        wanted: Wanted,
        host: String,
        failures: i64,
        now: i64,
    ) -> Result<Option<Named>, NotKept> {
        let loaded = self.loading.load(&host, &wanted.url, self.most_bytes).await;
        let made = match loaded {
            Ok(bytes) if wanted.face => self.vault.make_face(bytes, None).await,
            Ok(bytes) => self.vault.make(bytes).await,
            // Its host's fault, not its own.
            Err(NotLoaded::Rests) => return Ok(None),
            Err(error) => {
                tracing::debug!(%error, url = wanted.url, "a partner's picture was not loaded");
                let failures = match error {
                    NotLoaded::Never => failures.max(HARDLY - 1),
                    _ => failures,
                };
                self.failed(wanted, host, failures + 1, now).await?;
                return Ok(None);
            }
        };
        let Ok(made) = made else {
            self.failed(wanted, host, failures.max(HARDLY - 1) + 1, now).await?;
            return Ok(None);
        };
        let named = Named::new(random(), made.largest(), made.form);
        let bytes = made.bytes() as i64;
        self.vault.keep(&named, made).await?;
        let Wanted { tag, url, owner, face: _ } = wanted;
        let copy = Copy {
            id: Some(named.id().to_owned()),
            name: Some(named.to_string()),
            bytes,
            failures: 0,
            retry_at: 0,
            used_at: now,
            tag,
            url,
            host,
            owner,
        };
        let mut tx = self.db.begin().await?;
        // Another node may have loaded it too; its bytes have a row no longer.
        let former = copies::find(&mut tx, &copy.tag).await?.and_then(|former| former.id);
        copies::save(&mut tx, &copy).await?;
        tx.commit().await?;
        if let Some(former) = former {
            self.vault.forget(&former).await?;
        }
        self.shrink().await?;
        Ok(Some(named))
    }

    async fn failed(
        &self,
        wanted: Wanted,
        host: String,
        failures: i64,
        now: i64,
    ) -> Result<(), StoreError> {
        let Wanted { tag, url, owner, face: _ } = wanted;
        let copy = Copy {
            retry_at: now + pause_ms(failures),
            id: None,
            name: None,
            bytes: 0,
            used_at: now,
            tag,
            url,
            host,
            owner,
            failures,
        };
        let mut tx = self.db.begin().await?;
        copies::save(&mut tx, &copy).await?;
        tx.commit().await
    }

    /// The actor that shows the picture with this tag of itself, where its host is not kept out.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn icon(&self, tag: &str) -> Result<Option<Icon>, StoreError> {
        let mut tx = self.db.read().await?;
        let Some(icon) = copies::icon(&mut tx, tag).await? else { return Ok(None) };
        let out = is_kept_out(&mut tx, &icon.host).await?;
        Ok((!out).then_some(icon))
    }

    /// Forgets a copy whose bytes are no longer there: it is loaded again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn lost(&self, tag: &str) -> Result<(), StoreError> {
        let mut tx = self.db.begin().await?;
        copies::remove(&mut tx, tag).await?;
        tx.commit().await
    }

    /// Takes away what nothing shows any longer, what is from hosts that are kept out, and what is
    /// beyond the room. How many copies that were.
    ///
    /// # Errors
    /// When the store of pictures or the database does not answer.
    pub async fn tidy(&self, now: i64) -> Result<usize, NotKept> {
        let mut count = 0;
        loop {
            let orphans = copies::orphans(&mut self.db.read().await?, SOME).await?;
            if orphans.is_empty() {
                break;
            }
            count += orphans.len();
            self.take_away(orphans).await?;
        }
        let hosts = copies::hosts(&mut self.db.read().await?).await?;
        for host in hosts {
            if !is_kept_out(&mut self.db.read().await?, &host).await? {
                continue;
            }
            loop {
                let some = copies::of_host(&mut self.db.read().await?, &host, SOME).await?;
                if some.is_empty() {
                    break;
                }
                count += some.len();
                self.take_away(some).await?;
            }
        }
        let mut tx = self.db.begin().await?;
        copies::forget_failures(&mut tx, now - FORGET_MS).await?;
        tx.commit().await?;
        Ok(count + self.shrink().await?)
    }

    /// Takes away what was not asked for for the longest time, until the rest has room.
    async fn shrink(&self) -> Result<usize, NotKept> {
        let mut count = 0;
        loop {
            let mut tx = self.db.read().await?;
            let mut over = copies::weight(&mut tx).await? - self.room;
            if over <= 0 {
                return Ok(count);
            }
            let mut oldest = copies::oldest(&mut tx, SOME).await?;
            drop(tx);
            let enough = oldest.iter().position(|copy| {
                over -= copy.bytes;
                over <= 0
            });
            oldest.truncate(enough.map_or(oldest.len(), |last| last + 1));
            count += oldest.len();
            self.take_away(oldest).await?;
        }
    }

    /// First the rows: a crash in between leaves bytes without one, which are swept away.
    async fn take_away(&self, some: Vec<Copy>) -> Result<(), NotKept> {
        let mut tx = self.db.begin().await?;
        for copy in &some {
            copies::remove(&mut tx, &copy.tag).await?;
        }
        tx.commit().await?;
        for id in some.iter().filter_map(|copy| copy.id.as_deref()) {
            self.vault.forget(id).await?;
        }
        Ok(())
    }
}

/// Whether nothing of this host is shown.
async fn is_kept_out(tx: &mut Tx, host: &str) -> Result<bool, StoreError> {
    let standing = peers::standing(tx, host).await?;
    Ok(matches!(standing, PeerStanding::Blocked | PeerStanding::Limited))
}

fn pause_ms(failures: i64) -> i64 {
    let last = PAUSES_MS.len() - 1;
    let at = usize::try_from(failures - 1).unwrap_or(0).min(last);
    PAUSES_MS[at]
}

/// `HOST` or `HOST:PORT`.
fn host_of(url: &str) -> Option<String> {
    let url = Url::parse(url).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = url.host_str()?.to_owned();
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end_at_a_day() {
        let pauses: Vec<i64> = (0..9).map(|failures| pause_ms(failures) / MINUTE_MS).collect();
        assert_eq!(pauses, [1, 1, 5, 30, 120, 720, 1_440, 1_440, 1_440]);
        assert_eq!(host_of("http://localhost:81/a.png").as_deref(), Some("localhost:81"));
        assert_eq!(host_of("https://A.example/a.png").as_deref(), Some("a.example"));
        assert_eq!(host_of("data:image/png;base64,AAAA"), None);
    }
}
