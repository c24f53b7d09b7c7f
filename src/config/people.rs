//! Settings about people: who may have an account, and who may write to them.

use serde::{Deserialize, Serialize};

/// Who may have an account, and how long a sign-in lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Accounts {
    /// Who may register.
    pub registration: Registration,
    /// Days without use after which a sign-in ends.
    pub session_idle_days: u32,
    /// Days after which a sign-in ends in any case.
    pub session_days: u32,
    /// Memory that hashing one password takes (Argon2id, two passes, one lane), in KiB.
    pub password_memory_kib: u32,
}

impl Default for Accounts {
    fn default() -> Self {
        Self {
            registration: Registration::Approval,
            session_idle_days: 14,
            session_days: 90,
            password_memory_kib: 19_456,
        }
    }
}

impl Accounts {
    /// Milliseconds without use after which a sign-in ends.
    pub fn idle_ms(&self) -> i64 {
        i64::from(self.session_idle_days) * 86_400_000
    }

    /// Milliseconds after which a sign-in ends in any case.
    pub fn longest_ms(&self) -> i64 {
        i64::from(self.session_days) * 86_400_000
    }
}

/// Who may register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Registration {
    /// Everybody.
    Open,
    /// Everybody, and an instance admin lets them in.
    Approval,
    /// Who was invited.
    Invitation,
    /// Nobody; commands make accounts.
    Closed,
}

impl Registration {
    /// Whether people ask for an account by themselves.
    pub fn is_by_oneself(self) -> bool {
        matches!(self, Registration::Open | Registration::Approval)
    }
}

/// How strangers make contact with people here, and how often.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// Where messages about cases without a reachable author go; empty for nowhere.
    pub address: String,
    /// New conversations that one sender begins in a day.
    pub firsts_per_sender_per_day: u32,
    /// New conversations that one person is drawn into in a day.
    pub firsts_per_receiver_per_day: u32,
    /// Messages a day for which one address is asked to confirm that it wrote them.
    pub confirmations_per_address_per_day: u32,
    /// Days that a link works by which a reader without an account reads and answers.
    pub link_days: u32,
}

impl Default for Contact {
    fn default() -> Self {
        Self {
            address: String::new(),
            firsts_per_sender_per_day: 10,
            firsts_per_receiver_per_day: 50,
            confirmations_per_address_per_day: 5,
            link_days: 90,
        }
    }
}
