//! Passwords: what makes a good one, hashing (Argon2id), and checking in the same time whoever asks.

use std::{sync::LazyLock, time::Duration};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use tokio::{sync::Semaphore, task, time};
use unicode_normalization::UnicodeNormalization as _;

use crate::app::{Error, Result};

/// Fewest characters of a password. Long beats odd: nothing else is asked of it (NIST SP 800-63B).
pub const LEAST_CHARS: usize = 10;
/// Longest password that is read.
pub const MOST_BYTES: usize = 1_024;

/// Passes over the memory, as OWASP advises beside 19 MiB and one lane.
const PASSES: u32 = 2;
/// Hashed at once in this process: bounds the memory.
const AT_ONCE: usize = 4;
/// Who waits longer than this for a turn is told to come back.
const PATIENCE: Duration = Duration::from_secs(15);

static TURNS: Semaphore = Semaphore::const_new(AT_ONCE);

/// What cannot be a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weak {
    Short,
    Long,
    /// The name, the address or the handle; one character again and again; a list's first entries.
    Guessable,
}

/// What is tried first on every log-in of the internet, of at least [`LEAST_CHARS`] characters.
const COMMON: [&str; 24] = [
    "1234567890",
    "0123456789",
    "0987654321",
    "9876543210",
    "12345678910",
    "123456789a",
    "1q2w3e4r5t",
    "1qaz2wsx3edc",
    "qwertyuiop",
    "qwerty123456",
    "password12",
    "password123",
    "password1234",
    "passw0rd123",
    "iloveyou123",
    "letmein123",
    "administrator",
    "welcome123",
    "football123",
    "changeme123",
    "abcdefghij",
    "abcdefghijk",
    "asdfghjkl1",
    "1234512345",
];

/// Whether somebody of these names may choose it.
///
/// # Errors
/// What is wrong with it.
pub fn check(password: &str, names: &[&str]) -> std::result::Result<(), Weak> {
    let password = prepared(password);
    if password.chars().count() < LEAST_CHARS {
        return Err(Weak::Short);
    }
    if password.len() > MOST_BYTES {
        return Err(Weak::Long);
    }
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    let own = names.iter().any(|name| {
        let name = name.trim().to_lowercase();
        name == lower || name.split('@').next().is_some_and(|part| part == lower)
    });
    let same = lower.chars().all(|c| Some(c) == first);
    match own || same || COMMON.contains(&lower.as_str()) {
        true => Err(Weak::Guessable),
        false => Ok(()),
    }
}

/// The same password typed on another keyboard is the same password.
fn prepared(password: &str) -> String {
    password.nfkc().collect()
}

/// What hashing takes; made of the settings.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub memory_kib: u32,
}

impl Cost {
    fn hasher(self) -> Argon2<'static> {
        let params = Params::new(self.memory_kib, PASSES, 1, None);
        let params = params.expect("the settings are within Argon2's bounds");
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

/// The hash of a password as a PHC string.
///
/// # Errors
/// `TooOften` when too many wait for a turn.
pub async fn hash(cost: Cost, password: &str) -> Result<String> {
    let password = prepared(password);
    in_turn(move || {
        let mut salt = [0; 16];
        aws_lc_rs::rand::fill(&mut salt).expect("the system has a source of randomness");
        let hash = cost.hasher().hash_password_with_salt(password.as_bytes(), &salt);
        hash.expect("sixteen bytes are a salt").to_string()
    })
    .await
}

/// Whether this is the password behind `hash`. Without a hash (nobody of this name, or nobody chose
/// a password) the same work is done, and the answer is no.
///
/// # Errors
/// `TooOften` when too many wait for a turn.
pub async fn verify(cost: Cost, password: &str, hash: Option<&str>) -> Result<bool> {
    static NOBODY: LazyLock<String> = LazyLock::new(super::secret::new);
    if password.len() > MOST_BYTES {
        return Ok(false);
    }
    let password = prepared(password);
    let hash = hash.filter(|hash| !hash.is_empty()).map(str::to_owned);
    in_turn(move || {
        let hasher = cost.hasher();
        match hash.as_deref().map(PasswordHash::new) {
            Some(Ok(hash)) => hasher.verify_password(password.as_bytes(), &hash).is_ok(),
            Some(Err(error)) => {
                tracing::error!(%error, "a stored password cannot be read");
                false
            }
            // As much work as a check: a check is a hash that is compared.
            None => {
                let salt = NOBODY.as_bytes().first_chunk::<16>().copied().unwrap_or_default();
                let _ = hasher.hash_password_with_salt(password.as_bytes(), &salt);
                false
            }
        }
    })
    .await
}

/// Runs in a thread that may take its time, a few at once.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let busy = || Error::TooOften(PATIENCE.as_secs());
    let turn = time::timeout(PATIENCE, TURNS.acquire()).await.map_err(|_| busy())?;
    let _turn = turn.map_err(|_| busy())?;
    task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "hashing a password did not end");
        busy()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOW: Cost = Cost { memory_kib: 64 };

    #[tokio::test]
    async fn a_password_is_known_again_and_no_other_is() {
        let hash = hash(LOW, "correct horse battery").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=2,p=1$"), "{hash}");
        assert!(verify(LOW, "correct horse battery", Some(&hash)).await.unwrap());
        assert!(!verify(LOW, "correct horse batterz", Some(&hash)).await.unwrap());
        assert!(!verify(LOW, "correct horse battery", None).await.unwrap());
        assert!(!verify(LOW, "", Some("")).await.unwrap(), "no password opens nothing");
        assert!(!verify(LOW, "correct horse battery", Some("plain text")).await.unwrap());
    }

    #[tokio::test]
    async fn a_hash_of_before_is_good_when_the_settings_changed() {
        let hash = hash(LOW, "ﬁne pässword").await.unwrap();
        let now = Cost { memory_kib: 128 };
        assert!(verify(now, "fine pa\u{308}ssword", Some(&hash)).await.unwrap());
    }

    #[test]
    fn a_password_is_long_and_not_ones_own_name() {
        let names = ["ana.lopez", "ana.lopez.garcia@example.org", "Ana López García"];
        assert_eq!(check("short", &names), Err(Weak::Short));
        assert_eq!(check(&"a".repeat(2_000), &names), Err(Weak::Long));
        for guessable in ["aaaaaaaaaaaa", "Password123", "Ana López García", "ANA.lopez.garcia"] {
            assert_eq!(check(guessable, &names), Err(Weak::Guessable), "{guessable}");
        }
        assert_eq!(check("a plain sentence", &names), Ok(()));
        assert_eq!(check("日本語のパスワードです", &names), Ok(()));
    }
}
