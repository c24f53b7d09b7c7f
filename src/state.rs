//! What every surface needs at hand: database, settings, addresses, clock, texts.

use crate::{
    clock::Clock,
    config::Config,
    domain::{
        elsewhere::{Elsewhere, Lost},
        organisation::{Errand, Trouble, Vouched},
        visit::{NoWay, Visit},
    },
    i18n::Texts,
    media::{Loading, Vault},
    store::{Db, cases::StoredCase},
    urls::Urls,
};
use bytes::Bytes;
use futures_util::future::BoxFuture;
use quick_cache::{Weighter, sync::Cache};
use serde_json::Value;
use std::{
    sync::{Arc, OnceLock},
    time::Instant,
};
use tokio::sync::Notify;
use url::Url;

/// Cheap to clone; shared by all requests and jobs of a process.
#[derive(Clone)]
pub struct State {
    pub db: Db,
    pub config: Arc<Config>,
    pub urls: Urls,
    pub clock: Clock,
    pub texts: Arc<Texts>,
    pub wake: Arc<Wake>,
    pub pages: Arc<Pages>,
    /// How a case of ours is written for other servers.
    pub compose: Compose,
    pub doorbell: Arc<Doorbell>,
    pub organisation: Arc<Organisation>,
    pub scout: Arc<Scout>,
    /// The bytes of pictures.
    pub vault: Arc<Vault>,
    /// Pictures of partners on their way.
    pub loading: Arc<Loading>,
}

/// Pages made a moment ago, by their address and language, each with what it was made of: a page
/// that did not change is not made again.
pub struct Pages {
    /// What is known of each page.
    pub known: Cache<String, Known>,
    /// Pages as they are sent; [`Sent::key`] of them.
    pub bodies: Cache<String, Sent, Weight>,
}

/// What is known of a page without its body.
#[derive(Clone, Copy)]
pub struct Known {
    /// The sum of what it was made of, and of its body.
    pub made_of: u64,
    pub sum: u64,
    /// When it was last seen to be up to date, and [`crate::store::writes`] before that.
    pub at: Instant,
    pub writes: u64,
}

/// A page as it is sent.
#[derive(Clone)]
pub struct Sent {
    pub made_of: u64,
    pub body: Bytes,
}

impl Sent {
    /// The key of a page as it is sent to who takes gzip, and to who does not.
    pub fn key(page: &str, zipped: bool) -> String {
        format!("{page} {}", if zipped { "gzip" } else { "plain" })
    }
}

/// What a kept page weighs.
#[derive(Clone)]
pub struct Weight;

impl Weighter<String, Sent> for Weight {
    fn weight(&self, key: &String, sent: &Sent) -> u64 {
        (key.len() + sent.body.len() + 128) as u64
    }
}

/// Memory for pages as they are sent, in bytes: some hundred zipped ones.
const PAGES: u64 = 8 << 20;

impl Default for Pages {
    fn default() -> Self {
        Pages { known: Cache::new(4_000), bodies: Cache::with_weighter(700, PAGES, Weight) }
    }
}

/// A case of ours as the object that other servers are sent, with the id of the case feed's actor.
/// Federation writes it; surfaces that show it take it from here, since they do not know each
/// other.
pub type Compose = fn(&StoredCase, &Urls, &Arc<Texts>, &str) -> Value;

/// Where a visitor confirms on their own server what they want to do with something of ours. Their
/// server has to be asked, which federation alone does; it connects itself here when it starts.
#[derive(Default)]
pub struct Doorbell(OnceLock<Ask>);

/// Asks the server of a visitor; bounded in time and size.
pub type Ask = Box<dyn Fn(Visit) -> BoxFuture<'static, Result<Url, NoWay>> + Send + Sync>;

impl Doorbell {
    /// Who asks from now on; the first who connects stays.
    pub fn connect(&self, ask: Ask) {
        let _ = self.0.set(ask);
    }

    /// Where the visitor's browser goes.
    ///
    /// # Errors
    /// As the visitor is told. `Silent` where federation does not run, as in commands.
    pub async fn ring(&self, visit: Visit) -> Result<Url, NoWay> {
        match self.0.get() {
            Some(ask) => ask(visit).await,
            None => Err(NoWay::Silent(visit.home.host)),
        }
    }
}

/// Looks up accounts on other servers that somebody here named. Federation does it, and connects
/// itself here when it starts.
#[derive(Default)]
pub struct Scout(OnceLock<Look>);

/// What the account's server says of it now, by its address or its id; bounded in time and size.
pub type Look = Box<dyn Fn(String) -> BoxFuture<'static, Result<Elsewhere, Lost>> + Send + Sync>;

impl Scout {
    /// Who looks from now on; the first who connects stays.
    pub fn connect(&self, look: Look) {
        let _ = self.0.set(look);
    }

    /// The account that somebody named.
    ///
    /// # Errors
    /// Why there is none. `Silent` where federation does not run, as in commands.
    pub async fn look(&self, typed: String) -> Result<Elsewhere, Lost> {
        match self.0.get() {
            Some(look) => look(typed).await,
            None => Err(Lost::Silent),
        }
    }
}

/// The organisation's provider, by which people sign in. It is asked over HTTP, which federation alone
/// does; it connects itself here when it starts and a provider is set.
#[derive(Default)]
pub struct Organisation(OnceLock<Box<dyn Vouch>>);

/// Speaks with the provider; bounded in time and size.
pub trait Vouch: Send + Sync {
    /// Where the browser goes to sign in.
    fn address<'a>(&'a self, errand: &'a Errand) -> BoxFuture<'a, Result<Url, Trouble>>;

    /// Who came back with this code.
    fn who<'a>(
        &'a self,
        errand: &'a Errand,
        code: &'a str,
    ) -> BoxFuture<'a, Result<Vouched, Trouble>>;
}

impl Organisation {
    /// Who speaks with it from now on; the first who connects stays.
    pub fn connect(&self, vouch: Box<dyn Vouch>) {
        let _ = self.0.set(vouch);
    }

    /// Where the browser goes to sign in.
    ///
    /// # Errors
    /// `Silent` where the provider does not answer, or none is set.
    pub async fn address(&self, errand: &Errand) -> Result<Url, Trouble> {
        match self.0.get() {
            Some(vouch) => vouch.address(errand).await,
            None => Err(Trouble::Silent),
        }
    }

    /// Who came back with this code: what the provider says, after everything was checked.
    ///
    /// # Errors
    /// Why its word is not to be had.
    pub async fn who(&self, errand: &Errand, code: &str) -> Result<Vouched, Trouble> {
        match self.0.get() {
            Some(vouch) => vouch.who(errand, code).await,
            None => Err(Trouble::Silent),
        }
    }
}

/// Rung by whoever wrote something that a job waits for; jobs also look by themselves once a
/// second, because commands and other nodes write to the same database.
#[derive(Default)]
pub struct Wake {
    /// Something stands in the event log.
    pub events: Notify,
    /// Something stands in the inbox.
    pub inbox: Notify,
    /// Something is to be delivered.
    pub lanes: Notify,
    /// Somebody is to be followed, or a catalogue to be read back.
    pub follows: Notify,
    /// Somebody is to be written to.
    pub mail: Notify,
    /// The mailbox is to be looked at, if it is time.
    pub mailbox: Notify,
    /// Something new may be told to who asked for it.
    pub alerts: Notify,
}

macro_rules! part {
    ($field:ident: $type:ty) => {
        impl axum::extract::FromRef<State> for $type {
            fn from_ref(state: &State) -> Self {
                state.$field.clone()
            }
        }
    };
}
part!(db: Db);
part!(config: Arc<Config>);
part!(urls: Urls);
part!(clock: Clock);
part!(texts: Arc<Texts>);
