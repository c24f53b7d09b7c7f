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
    /// What can be followed at this instance.
    pub fn everything(t: &Speech, site: &Site) -> Follow {
        let address = |name: &str, what| Address { handle: format!("@{name}@{}", site.host), what };
        let own = t.say1("follow-own", "network", &site.short_name);
        Follow {
            addresses: vec![address("cases", t.say("follow-all").into_owned()), address(&site.slug, own)],
        }
    }

    /// One network elsewhere, by its full handle.
    pub fn one(t: &Speech, handle: &str, network: &str) -> Follow {
        let what = t.say1("follow-network", "network", network);
        Follow { addresses: vec![Address { handle: handle.to_owned(), what }] }
    }
}
