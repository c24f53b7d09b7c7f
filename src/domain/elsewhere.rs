//! Accounts on other servers as people name them, and what their servers say of them.

/// An account elsewhere, as its own server described it a moment ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its id.
    pub uri: String,
    /// `@name@host`
    pub address: String,
    /// The accounts that it says were or are the same person.
    pub known_as: Vec<String>,
    /// Whether it moved on.
    pub has_moved: bool,
}

/// Why there is no such account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Nobody is there, or what was typed is no address.
    Nobody,
    /// The server does not answer at the moment.
    Silent,
    /// It is an account of this instance.
    Here,
}

/// The parts of `@name@host` or `name@host`; None for anything else.
pub fn name_and_host(typed: &str) -> Option<(&str, &str)> {
    let (name, host) = typed.trim().trim_start_matches('@').split_once('@')?;
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let fits = (1..=100).contains(&name.len()) && name.chars().all(plain);
    let odd = |c: char| c.is_whitespace() || c.is_control() || "/?#@\\".contains(c);
    (fits && !host.is_empty() && host.len() <= 255 && !host.contains(odd)).then_some((name, host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_name_at_a_host_and_nothing_else() {
        assert_eq!(name_and_host(" @ana@a.example "), Some(("ana", "a.example")));
        assert_eq!(name_and_host("ana.b@localhost:8080"), Some(("ana.b", "localhost:8080")));
        for odd in ["", "ana", "@ana", "@ana@", "a b@a.example", "ana@a.example/x", "a@b@c"] {
            assert_eq!(name_and_host(odd), None, "{odd:?}");
        }
    }
}
