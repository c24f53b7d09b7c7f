//! How to follow from another server: addresses to copy.

use crate::i18n::Speech;

use super::layout::Site;

pub struct Follow {
    pub addresses: Vec<Address>,
}

pub struct Address {
    /// `@cases@cases.example.org`
    pub handle: String,
    pub what: String,
}

impl Follow {
    /// What can be followed at this instance: its network, and the same as a group (FEP-1b12).
    pub fn everything(t: &Speech, site: &Site) -> Follow {
        let address = |name: &str, what| Address { handle: format!("@{name}@{}", site.host), what };
        let own = t.say1("follow-network", "network", &site.short_name);
        let group = t.say("follow-group").into_owned();
        Follow { addresses: vec![address(&site.slug, own), address("cases", group)] }
    }

    /// One network elsewhere, by its full handle.
    pub fn one(t: &Speech, handle: &str, network: &str) -> Follow {
        let what = t.say1("follow-network", "network", network);
        Follow { addresses: vec![Address { handle: handle.to_owned(), what }] }
    }
}
