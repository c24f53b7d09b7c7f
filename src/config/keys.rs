//! The list of all keys: what kind of value each takes, within which bounds.

use std::net::IpAddr;

use figment::value::{Dict, Value};

use super::nets;

/// What a key takes.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Any text of at most so many characters.
    Text(usize),
    /// Text that is never shown again, for it may hold a password.
    Secret,
    /// A path, relative to the working directory.
    Path,
    /// `true` or `false`.
    Flag,
    /// A whole number of the unit, from the first bound to the second, both included.
    Whole(&'static str, u64, u64),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// An IP address.
    Address,
    /// A list of paths.
    Paths,
    /// A list of address ranges.
    Ranges,
    /// A list of domains.
    Domains,
}

/// Every key there is. A test holds this list against the fields of `Config`.
#[rustfmt::skip]
pub const KEYS: &[(&str, Kind)] = &[
    ("domain", Kind::Text(253)),
    ("port", Kind::Whole("", 1, 65_535)),
    ("bind", Kind::Address),
    ("data_dir", Kind::Path),
    ("behind_proxy", Kind::Flag),
    ("network.slug", Kind::Text(64)),
    ("network.name", Kind::Text(200)),
    ("network.description", Kind::Text(2_000)),
    ("network.language", Kind::Text(35)),
    ("network.website", Kind::Text(2_000)),
    ("network.accent", Kind::Text(7)),
    ("network.logo", Kind::Path),
    ("network.welcome", Kind::Text(20_000)),
    ("network.footer", Kind::Text(5_000)),
    ("network.pages", Kind::Path),
    ("network.source_url", Kind::Text(2_000)),
    ("database.url", Kind::Secret),
    ("database.max_connections", Kind::Whole("connections", 2, 1_000)),
    ("federation.insecure_local_federation", Kind::Flag),
    ("federation.ca_files", Kind::Paths),
    ("federation.allowed_ranges", Kind::Ranges),
    ("federation.fetch_timeout_ms", Kind::Whole("milliseconds", 100, 300_000)),
    ("federation.send_timeout_ms", Kind::Whole("milliseconds", 100, 300_000)),
    ("federation.fetch_max_bytes", Kind::Whole("bytes", 16_384, 67_108_864)),
    ("federation.max_redirects", Kind::Whole("redirects", 0, 20)),
    ("federation.compare_minutes", Kind::Whole("minutes", 0, 525_600)),
    ("federation.backfill_pages_per_minute", Kind::Whole("pages", 1, 1_000_000)),
    ("federation.deliveries_in_flight", Kind::Whole("deliveries", 1, 10_000)),
    ("federation.deliveries_per_host", Kind::Whole("deliveries", 1, 1_000)),
    ("federation.retry_first_seconds", Kind::Whole("seconds", 1, 86_400)),
    ("federation.retry_max_seconds", Kind::Whole("seconds", 1, 604_800)),
    ("federation.park_after_days", Kind::Whole("days", 1, 3_650)),
    ("federation.key_overlap_days", Kind::Whole("days", 1, 3_650)),
    ("federation.authorized_fetch", Kind::Flag),
    ("federation.accept_follows", Kind::Choice(&["all", "approved"])),
    ("federation.domain_list_hours", Kind::Whole("hours", 1, 8_760)),
    ("federation.move_cooldown_days", Kind::Whole("days", 0, 3_650)),
    ("comments.moderation", Kind::Choice(&["after", "before"])),
    ("comments.most_shown", Kind::Whole("comments", 1, 10_000)),
    ("comments.fetch_depth", Kind::Whole("posts", 0, 200)),
    ("comments.fetches_per_host_per_minute", Kind::Whole("fetches", 0, 1_000_000)),
    ("comments.reports_per_host_per_day", Kind::Whole("reports", 1, 1_000_000)),
    ("editorial.own_cases", Kind::Flag),
    ("accounts.registration", Kind::Choice(&["open", "approval", "invitation", "closed"])),
    ("accounts.session_idle_days", Kind::Whole("days", 1, 365)),
    ("accounts.session_days", Kind::Whole("days", 1, 365)),
    ("accounts.password_memory_kib", Kind::Whole("KiB", 19_456, 1_048_576)),
    ("oidc.issuer", Kind::Text(1_000)),
    ("oidc.client_id", Kind::Text(500)),
    ("oidc.client_secret", Kind::Secret),
    ("oidc.label", Kind::Text(60)),
    ("oidc.scopes", Kind::Text(500)),
    ("oidc.email_claim", Kind::Text(100)),
    ("oidc.email_domains", Kind::Domains),
    ("oidc.trusted", Kind::Flag),
    ("oidc.second_factor", Kind::Flag),
    ("contact.address", Kind::Text(254)),
    ("contact.firsts_per_sender_per_day", Kind::Whole("conversations", 1, 10_000)),
    ("contact.firsts_per_receiver_per_day", Kind::Whole("conversations", 1, 100_000)),
    ("contact.confirmations_per_address_per_day", Kind::Whole("mails", 1, 1_000)),
    ("contact.link_days", Kind::Whole("days", 1, 3_650)),
    ("mail.smtp", Kind::Secret),
    ("mail.smtp_password_file", Kind::Text(4_000)),
    ("mail.ca_file", Kind::Text(4_000)),
    ("mail.from", Kind::Text(254)),
    ("mail.from_name", Kind::Text(100)),
    ("mail.answers", Kind::Text(254)),
    ("mail.mailbox", Kind::Secret),
    ("mail.mailbox_password_file", Kind::Text(4_000)),
    ("mail.mailbox_handled", Kind::Text(200)),
    ("mail.mailbox_seconds", Kind::Whole("seconds", 1, 86_400)),
    ("media.upload_max_bytes", Kind::Whole("bytes", 65_536, 104_857_600)),
    ("media.document_bytes", Kind::Whole("bytes", 65_536, 104_857_600)),
    ("media.max_pixels", Kind::Whole("pixels", 1_000_000, 400_000_000)),
    ("media.uploads_per_account_per_day", Kind::Whole("files", 1, 1_000_000)),
    ("media.remote_cache_bytes", Kind::Whole("bytes", 1_048_576, 1_099_511_627_776)),
    ("media.s3_bucket", Kind::Text(255)),
    ("media.s3_endpoint", Kind::Text(2_000)),
    ("media.s3_region", Kind::Text(100)),
    ("media.s3_key_id", Kind::Text(200)),
    ("media.s3_secret", Kind::Secret),
    ("limits.inbox_body_bytes", Kind::Whole("bytes", 16_384, 67_108_864)),
    ("limits.inbox_json_depth", Kind::Whole("levels", 8, 120)),
    ("limits.inbox_per_host_per_minute", Kind::Whole("activities", 1, 100_000_000)),
    ("limits.inbox_per_actor_per_minute", Kind::Whole("activities", 1, 100_000_000)),
    ("limits.inbox_per_address_per_minute", Kind::Whole("requests", 1, 100_000_000)),
    ("limits.key_fetches_per_host_per_minute", Kind::Whole("fetches", 1, 1_000_000)),
    ("limits.page_requests_per_address_per_minute", Kind::Whole("requests", 1, 100_000_000)),
    ("limits.collection_page_items", Kind::Whole("items", 1, 1_000)),
    ("limits.collection_page_bytes", Kind::Whole("bytes", 16_384, 16_777_216)),
    ("limits.admin_page_items", Kind::Whole("items", 1, 10_000)),
    ("log.level", Kind::Text(1_000)),
    ("log.format", Kind::Choice(&["text", "json"])),
];

/// The kind of a key, if there is such a key.
pub fn kind_of(path: &str) -> Option<Kind> {
    KEYS.iter().find(|(key, _)| *key == path).map(|(_, kind)| *kind)
}

/// `limits.inbox_body_bytes` is `KONTOR_LIMITS_INBOX_BODY_BYTES` in the environment.
pub fn variable(path: &str) -> String {
    format!("KONTOR_{}", path.replace('.', "_").to_uppercase())
}

/// Puts a value at its key, making the section when it is the first there.
pub fn put(tree: &mut Dict, path: &str, value: Value) {
    match path.split_once('.') {
        None => {
            tree.insert(path.into(), value);
        }
        Some((section, rest)) => {
            let inner = tree.entry(section.into()).or_insert_with(|| Value::from(Dict::new()));
            if let Value::Dict(_, inner) = inner {
                put(inner, rest, value);
            }
        }
    }
}

impl Kind {
    /// The text of a variable or flag as a value; `Err` says what was expected.
    pub fn read(self, text: &str) -> Result<Value, String> {
        let value = match self {
            Self::Flag => match text {
                "true" | "1" => Value::from(true),
                "false" | "0" => Value::from(false),
                _ => return Err(self.expected()),
            },
            Self::Whole(..) => Value::from(text.parse::<u64>().map_err(|_| self.expected())?),
            Self::Paths | Self::Ranges | Self::Domains => {
                let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
                Value::from(parts.map(Value::from).collect::<Vec<_>>())
            }
            _ => Value::from(text),
        };
        self.check(&value)?;
        Ok(value)
    }

    /// Whether a value is of this kind and within its bounds; `Err` says what was expected.
    pub fn check(self, value: &Value) -> Result<(), String> {
        let fits =
            match self {
                Self::Text(most) => text(value)
                    .is_some_and(|text| text.chars().count() <= most && !text.contains('\0')),
                Self::Secret => text(value).is_some(),
                Self::Path => text(value).is_some_and(|text| !text.is_empty()),
                Self::Flag => value.to_bool().is_some(),
                Self::Whole(_, least, most) => {
                    whole(value).is_some_and(|n| n >= i128::from(least) && n <= i128::from(most))
                }
                Self::Choice(words) => text(value).is_some_and(|text| words.contains(&text)),
                Self::Address => text(value).is_some_and(|text| text.parse::<IpAddr>().is_ok()),
                Self::Paths | Self::Domains => {
                    texts(value).is_some_and(|all| all.iter().all(|text| !text.is_empty()))
                }
                Self::Ranges => texts(value)
                    .is_some_and(|all| all.iter().all(|text| nets::parse(text).is_some())),
            };
        if fits { Ok(()) } else { Err(self.expected()) }
    }

    fn expected(self) -> String {
        match self {
            Self::Text(most) => format!("text of at most {most} characters"),
            Self::Secret => "text".into(),
            Self::Path => "a path".into(),
            Self::Flag => "true or false".into(),
            Self::Whole("", least, most) => format!("a whole number from {least} to {most}"),
            Self::Whole(unit, least, most) => {
                format!("a whole number of {unit} from {least} to {most}")
            }
            Self::Choice(words) => words.join(" or "),
            Self::Address => "an IP address such as 127.0.0.1 or ::1".into(),
            Self::Paths => "a list of paths".into(),
            Self::Domains => "a list of domains such as example.org".into(),
            Self::Ranges => "a list of address ranges such as 10.0.0.0/8 or fd00::/8".into(),
        }
    }

    /// What was found, as a message may show it.
    pub fn found(self, value: &Value) -> String {
        match (self, text(value)) {
            (Self::Secret, _) => "a value that is not shown".into(),
            (_, Some(text)) if text.chars().count() > 80 => {
                format!("a text of {} characters", text.chars().count())
            }
            (_, Some(text)) => format!("{text:?}"),
            _ => show(value),
        }
    }
}

fn show(value: &Value) -> String {
    match value {
        Value::String(_, text) => format!("{text:?}"),
        Value::Bool(_, flag) => flag.to_string(),
        Value::Array(_, items) if items.len() <= 8 => {
            format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(", "))
        }
        Value::Array(_, items) => format!("a list of {}", items.len()),
        Value::Dict(..) => "a section".into(),
        Value::Empty(..) => "nothing".into(),
        number => match (whole(number), number.to_num_lossy().and_then(|n| n.to_f64())) {
            (Some(whole), _) => whole.to_string(),
            (None, Some(real)) => real.to_string(),
            (None, None) => "a value of another kind".into(),
        },
    }
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

fn whole(value: &Value) -> Option<i128> {
    let signed = value.to_i128();
    signed.or_else(|| value.to_u128().and_then(|n| n.try_into().ok()))
}

fn texts(value: &Value) -> Option<Vec<&str>> {
    value.as_array()?.iter().map(text).collect()
}

/// The known key that an unknown one was probably meant to be.
pub fn nearest(unknown: &str) -> Option<&'static str> {
    let last = |path: &str| path.rsplit('.').next().unwrap_or_default().to_owned();
    KEYS.iter()
        .map(|(key, _)| {
            // The right name in the wrong section is one step away.
            let by_name = 1 + distance(&last(unknown), &last(key));
            (distance(unknown, key).min(by_name), *key)
        })
        .min()
        .filter(|(steps, key)| *steps <= 2 + key.len() / 6)
        .map(|(_, key)| key)
}

/// Edits between two words (Levenshtein).
pub fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.bytes().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in other.bytes().enumerate() {
            let change = corner + usize::from(a != b);
            corner = row[j + 1];
            row[j + 1] = change.min(corner + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}
