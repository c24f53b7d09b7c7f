//! A city network and its neighbours: how we stand with another host.

/// What is done with what comes from a host. Reading and following stay open to all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeerStanding {
    /// Its cases go straight into the common feed. A followed instance starts here.
    Trusted,
    /// An editor adopts or declines each case. An unknown host starts here.
    Quarantined,
    /// Kept, not shown publicly.
    Limited,
    /// Refused at the gate; what it sent before is hidden.
    Blocked,
}

impl PeerStanding {
    pub const ALL: &'static [Self] =
        &[Self::Trusted, Self::Quarantined, Self::Limited, Self::Blocked];

    pub fn id(self) -> &'static str {
        match self {
            PeerStanding::Trusted => "trusted",
            PeerStanding::Quarantined => "quarantined",
            PeerStanding::Limited => "limited",
            PeerStanding::Blocked => "blocked",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|standing| standing.id() == id)
    }
}
