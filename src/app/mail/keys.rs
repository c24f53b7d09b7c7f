//! Keys in addresses that mail comes back to: made of a secret of the instance, so that none is kept
//! and none can be made up. Their letters are small ones and digits: some servers fold addresses.

use aws_lc_rs::{constant_time, hmac};

use crate::{
    app::account::secret,
    domain::email::Email,
    store::{Result, Tx, settings},
};

/// Where the secret is kept.
const SECRET: &str = "mail-secret";
const DAY_MS: i64 = 86_400_000;
/// Characters of a ULID.
const ID_CHARS: usize = 26;
/// Bytes of the code that shows a key to be ours: 80 bits, in 16 characters.
const CODE_BYTES: usize = 10;
const CODE_CHARS: usize = 16;

/// What a key says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Key {
    /// An answer of one side of a conversation.
    Answer {
        conversation: String,
        side: i64,
        /// Its time is over.
        expired: bool,
    },
    /// A letter that comes back.
    Bounce { mail: String },
}

/// What makes and knows the keys of this instance.
#[derive(Clone)]
pub struct Keys(hmac::Key);

impl Keys {
    /// Of this instance; its secret is made when there is none yet.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn of(tx: &mut Tx) -> Result<Keys> {
        if settings::get(tx, SECRET).await?.is_none() {
            settings::set_once(tx, SECRET, &secret::new()).await?;
        }
        let found = settings::get(tx, SECRET).await?.unwrap_or_default();
        Ok(Keys(hmac::Key::new(hmac::HMAC_SHA256, found.as_bytes())))
    }

    /// For one side of a conversation to answer by, until the end of that day.
    pub fn answer(&self, conversation: &str, side: i64, until: i64) -> String {
        let day = until.div_euclid(DAY_MS).clamp(0, 0xffff);
        self.signed(&format!("a{}{side}{day:04x}", conversation.to_ascii_lowercase()))
    }

    /// For a letter to come back to.
    pub fn bounce(&self, mail: &str) -> String {
        self.signed(&format!("b{}", mail.to_ascii_lowercase()))
    }

    /// What a key says; None for one that is not ours.
    pub fn read(&self, key: &str, now: i64) -> Option<Key> {
        let key = key.to_ascii_lowercase();
        let (said, _) = key.split_at_checked(key.len().checked_sub(CODE_CHARS)?)?;
        let right = self.signed(said);
        constant_time::verify_slices_are_equal(right.as_bytes(), key.as_bytes()).ok()?;
        let (id, rest) = said.get(1..)?.split_at_checked(ID_CHARS)?;
        let id = id.to_ascii_uppercase();
        match (said.as_bytes()[0], rest) {
            (b'b', "") => Some(Key::Bounce { mail: id }),
            (b'a', rest) if rest.len() == 5 => {
                let day = i64::from_str_radix(&rest[1..], 16).ok()?;
                Some(Key::Answer {
                    conversation: id,
                    side: rest[..1].parse().ok()?,
                    expired: day < now.div_euclid(DAY_MS),
                })
            }
            _ => None,
        }
    }

    fn signed(&self, said: &str) -> String {
        let mac = hmac::sign(&self.0, said.as_bytes());
        format!("{said}{}", base32(&mac.as_ref()[..CODE_BYTES]))
    }
}

/// Five bits a character; bytes come in fives.
fn base32(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let five = |chunk: &[u8]| chunk.iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let chars = bytes.chunks_exact(5).flat_map(|chunk| {
        let bits = five(chunk);
        (0..8).rev().map(move |at| char::from(SIGNS[(bits >> (at * 5) & 31) as usize]))
    });
    chars.collect()
}

/// The address of this key: `answer+KEY@example.org`.
pub fn address_with(base: &Email, key: &str) -> String {
    let (local, host) = base.as_str().split_once('@').expect("an address has an @");
    format!("{local}+{key}@{host}")
}

/// The keys in all addresses of ours that stand in a text.
pub fn keys_in(text: &str, base: &Email) -> Vec<String> {
    const MOST: usize = 8;
    let folded = base.folded();
    let (local, host) = folded.split_once('@').expect("an address has an @");
    let (start, text) = (format!("{local}+"), text.to_ascii_lowercase());
    let found = text.split(start.as_str()).skip(1).filter_map(|rest| {
        let (key, after) = rest.split_once('@')?;
        let ours = after.strip_prefix(host)?;
        let ends = !ours.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '.' || c == '-');
        let plain = key.len() <= 64 && key.bytes().all(|b| b.is_ascii_alphanumeric());
        (ends && plain).then(|| key.to_owned())
    });
    found.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01JD0000000000000000000000";

    fn keys(secret: &str) -> Keys {
        Keys(hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()))
    }

    #[test]
    fn a_key_says_what_it_was_made_for_and_none_can_be_made_up() {
        let (keys, others) = (keys("one"), keys("two"));
        let now = 1_780_000_000_000;
        let answer = keys.answer(ID, 1, now + DAY_MS);
        let conversation = ID.to_owned();
        let said = |expired| Key::Answer { conversation: conversation.clone(), side: 1, expired };
        assert_eq!(keys.read(&answer, now), Some(said(false)));
        assert_eq!(keys.read(&answer.to_uppercase(), now), Some(said(false)));
        assert_eq!(keys.read(&answer, now + 3 * DAY_MS), Some(said(true)));
        let bounce = keys.bounce(ID);
        assert_eq!(keys.read(&bounce, now), Some(Key::Bounce { mail: ID.into() }));
        assert_eq!(others.read(&answer, now), None);
        assert_eq!(others.read(&bounce, now), None);
        for (at, _) in answer.char_indices() {
            let mut other = answer.clone();
            let sign = if &answer[at..=at] == "b" { "c" } else { "b" };
            other.replace_range(at..=at, sign);
            assert_eq!(keys.read(&other, now), None, "{other}");
        }
        for wrong in ["", "a", "é", &"a".repeat(48), &"é".repeat(24)] {
            assert_eq!(keys.read(wrong, now), None, "{wrong}");
        }
        // Fifteen characters and a plus fit before it.
        assert!(answer.len() <= 48 && bounce.len() <= 48, "{answer} {bounce}");
    }

    #[test]
    fn keys_are_found_in_addresses_of_ours_alone() {
        let base = Email::parse("answer@example.org").unwrap();
        let text = "To: X <Answer+ABC1@Example.org>, answer+d@example.org.evil.example,\n \
                    answer+e@example.org, answer@example.org, other+f@example.org";
        assert_eq!(keys_in(text, &base), ["abc1", "e"]);
        assert_eq!(address_with(&base, "abc"), "answer+abc@example.org");
        assert_eq!(base32(&[0xff; 5]), "77777777");
        assert_eq!(base32(b"fooba"), "mzxw6ytb");
    }
}
