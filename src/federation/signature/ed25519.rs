//! Ed25519: our own key pairs, and which of others' public keys are refused.

use super::key::{KeyError, PublicKey};
use super::multibase;
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};

/// Length of a public key in bytes.
pub(super) const KEY_BYTES: usize = 32;

/// One of our own Ed25519 key pairs: it makes integrity proofs (FEP-8b32).
pub struct Ed25519Pair {
    pair: Ed25519KeyPair,
}

impl Ed25519Pair {
    /// Makes a new key pair.
    pub fn generate() -> Result<Self, KeyError> {
        Ed25519KeyPair::generate().map(|pair| Self { pair }).map_err(|_| KeyError::Generate)
    }

    /// Reads what [`Ed25519Pair::to_pkcs8`] wrote, or any PKCS#8 DER of an Ed25519 key.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der);
        pair.map(|pair| Self { pair }).map_err(|_| KeyError::Private)
    }

    /// Reads the 32 bytes a private key is derived from (RFC 8032).
    pub fn from_seed(seed: &[u8]) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed);
        pair.map(|pair| Self { pair }).map_err(|_| KeyError::Private)
    }

    /// The private key as PKCS#8 DER, for the store. A secret.
    pub fn to_pkcs8(&self) -> Result<Vec<u8>, KeyError> {
        let der: Pkcs8V1Der<'static> = self.pair.as_der().map_err(|_| KeyError::Private)?;
        Ok(der.as_ref().to_vec())
    }

    /// The public key as an actor's `publicKeyMultibase` (FEP-521a): `z6Mk…`.
    pub fn multibase(&self) -> String {
        let key = self.pair.public_key();
        multibase::encode(&[&multibase::ED25519, key.as_ref()].concat())
    }

    /// The public half, ready to verify.
    pub fn public_key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_ed25519(self.pair.public_key().as_ref())
    }

    /// The 64 bytes of a signature over `message`.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        self.pair.sign(message).as_ref().to_vec()
    }
}

impl std::fmt::Debug for Ed25519Pair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ed25519Pair")
    }
}

/// Points of order 1, 2, 4 and 8 with their second spellings, without the sign: under such a key
/// one signature fits many messages.
const SMALL_ORDER: [[u8; KEY_BYTES]; 7] = [
    [0; 32],
    edge(1, 0, 0),
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
        0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
        0xfc, 0x05,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
        0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
        0x03, 0x7a,
    ],
    edge(0xec, 0xff, 0x7f),
    edge(0xed, 0xff, 0x7f),
    edge(0xee, 0xff, 0x7f),
];

const fn edge(first: u8, middle: u8, last: u8) -> [u8; KEY_BYTES] {
    let mut bytes = [middle; KEY_BYTES];
    bytes[0] = first;
    bytes[KEY_BYTES - 1] = last;
    bytes
}

/// Whether a key is one of those under which signatures mean nothing.
pub(super) fn is_small_order(key: &[u8; KEY_BYTES]) -> bool {
    let mut unsigned = *key;
    unsigned[KEY_BYTES - 1] &= 0x7f;
    SMALL_ORDER.contains(&unsigned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_survives_the_store_and_signs_what_its_multibase_verifies() {
        let pair = Ed25519Pair::generate().unwrap();
        let again = Ed25519Pair::from_pkcs8(&pair.to_pkcs8().unwrap()).unwrap();
        assert!(pair.multibase().starts_with("z6Mk"));
        assert_eq!(pair.multibase(), again.multibase());
        let public = PublicKey::from_multibase(&pair.multibase()).unwrap();
        assert!(public.is_ed25519());
        assert!(public.verifies_ed25519(b"x", &again.sign(b"x")));
        assert!(!public.verifies_ed25519(b"y", &again.sign(b"x")));
        assert!(!public.verifies_ed25519(b"x", &again.sign(b"x")[..63]));
    }

    #[test]
    fn keys_of_small_order_or_another_length_are_refused() {
        for mut key in SMALL_ORDER {
            assert_eq!(PublicKey::from_ed25519(&key).unwrap_err(), KeyError::SmallOrder);
            key[31] |= 0x80;
            assert_eq!(PublicKey::from_ed25519(&key).unwrap_err(), KeyError::SmallOrder);
        }
        for length in [0, 31, 33, 44, 64] {
            assert_eq!(
                PublicKey::from_ed25519(&vec![7; length]).unwrap_err(),
                KeyError::NotEd25519
            );
        }
    }
}
