//! Typed settings: what an instance is told by its file, its environment and its flags.

mod check;
mod error;
mod keys;
mod load;
mod mail;
mod media;
mod nets;
mod oidc;
pub mod own;
mod people;
#[cfg(test)]
mod tests;

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr},
    path::PathBuf,
    sync::Arc,
    time::Duration,
};

use ipnet::IpNet;
use serde::{Deserialize, Serialize};

pub use self::{
    error::{ConfigError, Fault, Place},
    load::Overrides,
    mail::{Imap, Mail, MailTls, Smtp},
    media::Media,
    oidc::Oidc,
    people::{Accounts, Contact, Registration},
};

/// All settings of one instance. `Default` is what runs with no configuration at all.
/// `config/kontor.toml` explains every key with its unit, bounds and default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Public host name that ids are minted for; absent on a loopback instance.
    pub domain: Option<String>,
    /// TCP port to listen on.
    pub port: u16,
    /// Address to listen on.
    pub bind: IpAddr,
    /// Folder of the embedded database and of uploads; made when absent.
    pub data_dir: PathBuf,
    /// Whether a reverse proxy on loopback tells the visitor's address in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// Who runs this instance.
    pub network: Network,
    /// Where the data is kept.
    pub database: Database,
    /// How to talk to other servers.
    pub federation: Federation,
    /// What people write under cases.
    pub comments: Comments,
    /// How cases come from their authors to the public.
    pub editorial: Editorial,
    /// Who may have an account.
    pub accounts: Accounts,
    /// The organisation's provider that people sign in by.
    pub oidc: Oidc,
    /// How strangers make contact with people here.
    pub contact: Contact,
    /// How people are written to.
    pub mail: Mail,
    /// Pictures that people send.
    pub media: Media,
    /// What is too much.
    pub limits: Limits,
    /// What is logged, and how.
    pub log: Log,
    /// The network's own files, read when the settings were checked.
    #[serde(skip)]
    pub own: Arc<own::Own>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            domain: None,
            port: 8080,
            bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
            data_dir: PathBuf::from("kontor-data"),
            behind_proxy: false,
            network: Network::default(),
            database: Database::default(),
            federation: Federation::default(),
            comments: Comments::default(),
            editorial: Editorial::default(),
            accounts: Accounts::default(),
            oidc: Oidc::default(),
            contact: Contact::default(),
            mail: Mail::default(),
            media: Media::default(),
            limits: Limits::default(),
            log: Log::default(),
            own: Arc::default(),
        }
    }
}

/// The network that publishes here, as it presents itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Network {
    /// Name part of the network's handle, `@slug@domain`.
    pub slug: String,
    /// Display name; empty shows as "Kontor".
    pub name: String,
    /// One paragraph of plain text.
    pub description: String,
    /// Language tag of the network's own texts.
    pub language: String,
    /// The network's own site; empty for none.
    pub website: String,
    /// Accent colour, `#rrggbb`, readable as text on the pages' light backgrounds.
    pub accent: String,
    /// The network's logo, an SVG, PNG or WebP file of at most 256 KiB; None for our mark.
    pub logo: Option<PathBuf>,
    /// Markdown that opens the home page.
    pub welcome: String,
    /// Markdown at the foot of every page.
    pub footer: String,
    /// Folder of the network's own pages, Markdown files; the default one need not be there.
    pub pages: PathBuf,
    /// Where the source code of exactly this program is offered; empty for where the package says.
    pub source_url: String,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            slug: "network".into(),
            name: String::new(),
            description: String::new(),
            language: "en".into(),
            website: String::new(),
            accent: "#0b5c6b".into(),
            logo: None,
            welcome: String::new(),
            footer: String::new(),
            pages: PathBuf::from("pages"),
            source_url: String::new(),
        }
    }
}

/// Where the data is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// `postgres://…` or `sqlite://PATH`; empty for `kontor.sqlite` in the data folder.
    pub url: String,
    /// Most connections held open by this process.
    pub max_connections: u32,
}

impl Default for Database {
    fn default() -> Self {
        Self { url: String::new(), max_connections: 8 }
    }
}

/// The URL may hold a password, so it is never printed whole.
impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = self.url.split_once(':').map_or("", |(scheme, _)| scheme);
        f.debug_struct("Database")
            .field("url", &format_args!("{scheme}…"))
            .field("max_connections", &self.max_connections)
            .finish()
    }
}

/// How to talk to other servers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Federation {
    /// Plain http and ports between instances on loopback; `None` means "when there is no domain".
    pub insecure_local_federation: Option<bool>,
    /// Extra certificate authorities (PEM files) trusted for outbound requests.
    pub ca_files: Vec<PathBuf>,
    /// Special-purpose address ranges that outbound requests may reach all the same.
    #[serde(with = "nets")]
    pub allowed_ranges: Vec<IpNet>,
    /// Longest time for one fetch, in milliseconds, body included.
    pub fetch_timeout_ms: u64,
    /// Longest time for one delivery, in milliseconds, answer included.
    pub send_timeout_ms: u64,
    /// Largest JSON document fetched, in bytes.
    pub fetch_max_bytes: usize,
    /// Most redirects followed by one fetch; each target is checked like the first.
    pub max_redirects: u32,
    /// Pages of a peer's catalogue read per minute and host after a follow.
    pub backfill_pages_per_minute: u32,
    /// Minutes between two comparisons of a followed network's catalogue with what is held of it;
    /// 0: never.
    pub compare_minutes: u32,
    /// Most deliveries under way at once, in this process.
    pub deliveries_in_flight: usize,
    /// Most deliveries under way at once to one host.
    pub deliveries_per_host: usize,
    /// Pause after a first failed delivery, in seconds; it doubles from there.
    pub retry_first_seconds: u64,
    /// Longest pause between two tries, in seconds.
    pub retry_max_seconds: u64,
    /// Days of failure after which a lane is parked (never dropped).
    pub park_after_days: u32,
    /// How long an actor lists keys that were replaced, in days.
    pub key_overlap_days: u32,
    /// Whether objects are given only to servers that sign their requests.
    pub authorized_fetch: bool,
    /// Whose follow requests are accepted without asking.
    pub accept_follows: AcceptFollows,
    /// Hours after which lists of domains that are subscribed to are read again.
    pub domain_list_hours: u32,
    /// Days after a move during which the same account's next move is not followed.
    pub move_cooldown_days: u32,
}

impl Default for Federation {
    fn default() -> Self {
        Self {
            insecure_local_federation: None,
            ca_files: Vec::new(),
            allowed_ranges: Vec::new(),
            fetch_timeout_ms: 10_000,
            send_timeout_ms: 10_000,
            fetch_max_bytes: 1_048_576,
            max_redirects: 3,
            backfill_pages_per_minute: 600,
            compare_minutes: 360,
            deliveries_in_flight: 256,
            deliveries_per_host: 2,
            retry_first_seconds: 60,
            retry_max_seconds: 43_200,
            park_after_days: 14,
            key_overlap_days: 30,
            authorized_fetch: false,
            accept_follows: AcceptFollows::All,
            domain_list_hours: 24,
            move_cooldown_days: 7,
        }
    }
}

impl Federation {
    /// Longest time for one fetch, body included.
    pub fn fetch_timeout(&self) -> Duration {
        Duration::from_millis(self.fetch_timeout_ms)
    }

    /// Longest time for one delivery, answer included.
    pub fn send_timeout(&self) -> Duration {
        Duration::from_millis(self.send_timeout_ms)
    }
}

/// Whose follow requests are accepted without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AcceptFollows {
    /// Everybody's.
    All,
    /// Nobody's: each request waits for an editor.
    Approved,
}

/// What people of any server write under cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Comments {
    /// When an editor looks at a comment.
    pub moderation: Moderation,
    /// Most comments shown on the page of one case.
    pub most_shown: usize,
    /// How many answers upward a thread is fetched to find the case it is about.
    pub fetch_depth: usize,
    /// Posts fetched per minute to complete threads that one host brought.
    pub fetches_per_host_per_minute: u32,
    /// Reports taken per day from one host.
    pub reports_per_host_per_day: u32,
}

impl Default for Comments {
    fn default() -> Self {
        Self {
            moderation: Moderation::After,
            most_shown: 500,
            fetch_depth: 20,
            fetches_per_host_per_minute: 120,
            reports_per_host_per_day: 50,
        }
    }
}

/// When an editor looks at a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Moderation {
    /// After it is shown, unless we stand guard against its host.
    After,
    /// Before it is shown.
    Before,
}

/// How cases come from their authors to the public.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Editorial {
    /// Whether reviewers and editors may decide on cases that they wrote themselves.
    pub own_cases: bool,
}

/// What is too much: the answer is 413, 400 or 429.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Largest body at an inbox, in bytes.
    pub inbox_body_bytes: usize,
    /// Deepest nesting of JSON at an inbox.
    pub inbox_json_depth: usize,
    /// Activities accepted per minute from one host.
    pub inbox_per_host_per_minute: u32,
    /// Activities accepted per minute from one actor.
    pub inbox_per_actor_per_minute: u32,
    /// Requests at an inbox per minute from one address, before any signature is looked at.
    pub inbox_per_address_per_minute: u32,
    /// Key documents fetched per minute from one host.
    pub key_fetches_per_host_per_minute: u32,
    /// Page requests per minute from one address.
    pub page_requests_per_address_per_minute: u32,
    /// Most items on one page of an ActivityPub collection.
    pub collection_page_items: usize,
    /// Size in bytes at which a page of a collection is full; one item always fits.
    pub collection_page_bytes: usize,
    /// Most items on one page of the admin API.
    pub admin_page_items: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            inbox_body_bytes: 1_048_576,
            inbox_json_depth: 64,
            inbox_per_host_per_minute: 6_000,
            inbox_per_actor_per_minute: 3_000,
            inbox_per_address_per_minute: 12_000,
            key_fetches_per_host_per_minute: 60,
            page_requests_per_address_per_minute: 1_200,
            collection_page_items: 50,
            collection_page_bytes: 524_288,
            admin_page_items: 1_000,
        }
    }
}

/// What is logged, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Log {
    /// `info`, or a list such as `info,kontor::federation=debug`.
    pub level: String,
    /// Lines for people or for machines.
    pub format: LogFormat,
}

impl Default for Log {
    fn default() -> Self {
        Self { level: "info".into(), format: LogFormat::Text }
    }
}

/// Lines for people or for machines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// One readable line per event.
    Text,
    /// One JSON object per line.
    Json,
}

impl Config {
    /// Whether this instance has no public domain and speaks only with others on this machine.
    pub fn is_loopback(&self) -> bool {
        self.domain.is_none()
    }

    /// Scheme, host and, on loopback, port: what every id and link starts with. No slash at the end.
    pub fn origin(&self) -> String {
        match &self.domain {
            Some(domain) => format!("https://{domain}"),
            None => format!("http://localhost:{}", self.port),
        }
    }

    /// Whether plain http, ports and loopback addresses are allowed between instances.
    pub fn insecure_local_federation(&self) -> bool {
        self.federation.insecure_local_federation.unwrap_or(self.is_loopback())
    }

    /// The database to open: the configured URL, or the SQLite file in the data folder.
    pub fn database_url(&self) -> String {
        if !self.database.url.is_empty() {
            return self.database.url.clone();
        }
        // The driver decodes percent signs and ends the path at `?`, so both are encoded here.
        let path = self.data_dir.join("kontor.sqlite").to_string_lossy().replace('%', "%25");
        format!("sqlite://{}", path.replace('?', "%3F").replace('#', "%23"))
    }

    /// Where the source code of this program is offered (AGPL-3.0 section 13): as it is set, else
    /// as the package says, if it says so.
    pub fn source_url(&self) -> Option<&str> {
        let package = env!("CARGO_PKG_REPOSITORY");
        [self.network.source_url.as_str(), package].into_iter().find(|url| !url.is_empty())
    }

    /// The network's display name, never empty.
    pub fn network_name(&self) -> &str {
        if self.network.name.is_empty() { "Kontor" } else { &self.network.name }
    }
}
