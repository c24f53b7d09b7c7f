//! Keys: our own RSA pairs, and other servers' public keys made ready for fast verifying.

use super::{Algorithm, ed25519, multibase};
use aws_lc_rs::encoding::{AsDer as _, Pkcs8V1Der, PublicKeyX509Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{self, KeySize};
use aws_lc_rs::signature::{self, KeyPair as _, ParsedPublicKey, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// The smallest RSA modulus we trust, in bits.
pub const MIN_BITS: usize = 2048;
/// The largest RSA modulus we are willing to compute with, in bits.
pub const MAX_BITS: usize = 8192;
/// An 8192-bit key in PEM has about 1.5 kB; what is much longer is no key.
const MAX_PEM_BYTES: usize = 8 * 1024;

/// Why a key cannot be used. The text may be shown to the peer whose key it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    #[error("the key is not in PEM form (BEGIN PUBLIC KEY or BEGIN RSA PUBLIC KEY)")]
    NotPem,
    #[error("the key cannot be read as an RSA public key")]
    NotRsa,
    #[error("the RSA key has {0} bits; {MIN_BITS} to {MAX_BITS} are accepted")]
    Size(usize),
    #[error("the private key cannot be read as an RSA key in PKCS#8 form")]
    Private,
    #[error("a key could not be generated")]
    Generate,
    #[error("the key id is not a plain http or https URL")]
    KeyId,
    #[error("the key is not an Ed25519 or RSA key in multibase (z…)")]
    NotMultibase,
    #[error("the key cannot be read as an Ed25519 public key")]
    NotEd25519,
    #[error("the Ed25519 key is one of those that fit any signature")]
    SmallOrder,
}

/// One of our own key pairs (RSA-2048: the one kind every server in the field understands).
pub struct KeyPair {
    rsa: rsa::KeyPair,
    public_pem: String,
}

impl KeyPair {
    /// Makes a new key pair; takes about 0.2 s of one core.
    pub fn generate() -> Result<Self, KeyError> {
        let rsa = rsa::KeyPair::generate(KeySize::Rsa2048).map_err(|_| KeyError::Generate)?;
        Self::of(rsa)
    }

    /// Reads what [`KeyPair::to_pkcs8`] wrote, or any PKCS#8 DER of an RSA key.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, KeyError> {
        let rsa = rsa::KeyPair::from_pkcs8(der).map_err(|_| KeyError::Private)?;
        Self::of(rsa)
    }

    fn of(rsa: rsa::KeyPair) -> Result<Self, KeyError> {
        let spki: PublicKeyX509Der<'static> =
            rsa.public_key().as_der().map_err(|_| KeyError::Private)?;
        let public_pem = pem("PUBLIC KEY", spki.as_ref());
        Ok(Self { rsa, public_pem })
    }

    /// The private key as PKCS#8 DER, for the store. A secret.
    pub fn to_pkcs8(&self) -> Result<Vec<u8>, KeyError> {
        let der: Pkcs8V1Der<'static> = self.rsa.as_der().map_err(|_| KeyError::Private)?;
        Ok(der.as_ref().to_vec())
    }

    /// The public key as an actor's `publicKeyPem` (SubjectPublicKeyInfo).
    pub fn public_key_pem(&self) -> &str {
        &self.public_pem
    }

    /// The public half, ready to verify.
    pub fn public_key(&self) -> Result<PublicKey, KeyError> {
        PublicKey::from_der(self.rsa.public_key().as_ref())
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256 over `message`; about 0.75 ms of one core.
    pub fn sign(&self, message: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0; self.rsa.public_modulus_len()];
        self.rsa
            .sign(&signature::RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut bytes)
            .expect("a key pair that was checked when read can sign");
        bytes
    }
}

impl std::fmt::Debug for KeyPair {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("KeyPair(RSA)")
    }
}

/// Somebody's public key, parsed once; cheap to clone, safe to share.
#[derive(Clone)]
pub struct PublicKey {
    parsed: ParsedPublicKey,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Rsa { bits: usize },
    Ed25519,
}

impl PublicKey {
    /// Reads a PEM as it stands in an actor document: SubjectPublicKeyInfo or PKCS#1, with any
    /// line ends or none. Refuses keys outside 2048 to 8192 bits and everything that is not RSA.
    pub fn from_pem(text: &str) -> Result<Self, KeyError> {
        if text.len() > MAX_PEM_BYTES {
            return Err(KeyError::NotPem);
        }
        Self::from_der(&unpem(text).ok_or(KeyError::NotPem)?)
    }

    /// Reads SubjectPublicKeyInfo or PKCS#1 DER, under the same rules.
    pub fn from_der(der: &[u8]) -> Result<Self, KeyError> {
        let key = rsa::PublicKey::from_der(der).map_err(|_| KeyError::NotRsa)?;
        let bits = key.modulus().big_endian_without_leading_zero();
        let bits = bits.len() * 8 - bits.first().map_or(0, |b| b.leading_zeros() as usize);
        if !(MIN_BITS..=MAX_BITS).contains(&bits) {
            return Err(KeyError::Size(bits));
        }
        let parsed = ParsedPublicKey::new(&signature::RSA_PKCS1_2048_8192_SHA256, key.as_ref())
            .map_err(|_| KeyError::NotRsa)?;
        Ok(Self { parsed, kind: Kind::Rsa { bits } })
    }

    /// Reads the 32 bytes of an Ed25519 key; keys of small order are refused.
    pub fn from_ed25519(bytes: &[u8]) -> Result<Self, KeyError> {
        let bytes: &[u8; ed25519::KEY_BYTES] =
            bytes.try_into().map_err(|_| KeyError::NotEd25519)?;
        if ed25519::is_small_order(bytes) {
            return Err(KeyError::SmallOrder);
        }
        let parsed =
            ParsedPublicKey::new(&signature::ED25519, bytes).map_err(|_| KeyError::NotEd25519)?;
        Ok(Self { parsed, kind: Kind::Ed25519 })
    }

    /// Reads a `publicKeyMultibase` (FEP-521a): Ed25519, or RSA in PKCS#1 form.
    pub fn from_multibase(text: &str) -> Result<Self, KeyError> {
        let bytes = multibase::decode(text).ok_or(KeyError::NotMultibase)?;
        match bytes.split_first_chunk::<2>() {
            Some((&multibase::ED25519, key)) => Self::from_ed25519(key),
            Some((&multibase::RSA, key)) => Self::from_der(key),
            _ => Err(KeyError::NotMultibase),
        }
    }

    /// The key as `publicKeyMultibase`, such as [`PublicKey::from_multibase`] reads.
    pub fn to_multibase(&self) -> String {
        let code = match self.kind {
            Kind::Rsa { .. } => multibase::RSA,
            Kind::Ed25519 => multibase::ED25519,
        };
        multibase::encode(&[&code, self.parsed.as_ref()].concat())
    }

    /// The key as DER that [`PublicKey::from_der`] reads back, for the store.
    pub fn to_der(&self) -> Vec<u8> {
        self.parsed.as_ref().to_vec()
    }

    /// The size of an RSA modulus, or of an Ed25519 key, in bits.
    pub fn bits(&self) -> usize {
        match self.kind {
            Kind::Rsa { bits } => bits,
            Kind::Ed25519 => 256,
        }
    }

    /// Whether this is an Ed25519 key, as integrity proofs ask for.
    pub fn is_ed25519(&self) -> bool {
        self.kind == Kind::Ed25519
    }

    /// How this key signs when nothing is said; none where the asked way does not fit the key.
    pub(super) fn algorithm(&self, asked: Option<Algorithm>) -> Option<Algorithm> {
        match (self.kind, asked) {
            (Kind::Rsa { .. }, None) => Some(Algorithm::RsaSha256),
            (Kind::Ed25519, None) => Some(Algorithm::Ed25519),
            (Kind::Rsa { .. }, Some(Algorithm::Ed25519)) => None,
            (Kind::Ed25519, Some(Algorithm::RsaSha256 | Algorithm::RsaPssSha512)) => None,
            (_, asked) => asked,
        }
    }

    /// Whether `bytes` is this key's signature of `message` in this way.
    pub(super) fn verifies_as(&self, algorithm: Algorithm, message: &[u8], bytes: &[u8]) -> bool {
        match (self.kind, algorithm) {
            (Kind::Rsa { .. }, Algorithm::RsaSha256) | (Kind::Ed25519, Algorithm::Ed25519) => {
                self.parsed.verify_sig(message, bytes).is_ok()
            }
            // Rare: not worth a second parsed key beside each.
            (Kind::Rsa { .. }, Algorithm::RsaPssSha512) => {
                let key = UnparsedPublicKey::new(
                    &signature::RSA_PSS_2048_8192_SHA512,
                    self.parsed.as_ref(),
                );
                key.verify(message, bytes).is_ok()
            }
            _ => false,
        }
    }

    /// Whether `bytes` is this key's RSASSA-PKCS1-v1_5 SHA-256 signature of `message`.
    pub fn verifies(&self, message: &[u8], bytes: &[u8]) -> bool {
        self.verifies_as(Algorithm::RsaSha256, message, bytes)
    }

    /// Whether `bytes` is this key's Ed25519 signature of `message`.
    pub fn verifies_ed25519(&self, message: &[u8], bytes: &[u8]) -> bool {
        self.verifies_as(Algorithm::Ed25519, message, bytes)
    }
}

impl std::fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.kind {
            Kind::Rsa { bits } => write!(f, "PublicKey(RSA-{bits})"),
            Kind::Ed25519 => write!(f, "PublicKey(Ed25519)"),
        }
    }
}

fn pem(label: &str, der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let mut text = format!("-----BEGIN {label}-----\n");
    for line in encoded.as_bytes().chunks(64) {
        text.extend(line.iter().map(|&b| char::from(b)));
        text.push('\n');
    }
    text + "-----END " + label + "-----\n"
}

/// The bytes of the one public key in `text`; None if there is none, or more than one block.
fn unpem(text: &str) -> Option<Vec<u8>> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    if !matches!(label.trim(), "PUBLIC KEY" | "RSA PUBLIC KEY") {
        return None;
    }
    let (body, end) = rest.split_once("-----END ")?;
    if end.contains("-----BEGIN ") {
        return None;
    }
    let body: Vec<u8> = body.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    STANDARD.decode(body).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_pair_survives_the_store() {
        let pair = KeyPair::generate().unwrap();
        let again = KeyPair::from_pkcs8(&pair.to_pkcs8().unwrap()).unwrap();
        assert_eq!(pair.public_key_pem(), again.public_key_pem());
        let public = PublicKey::from_pem(pair.public_key_pem()).unwrap();
        assert_eq!(public.bits(), 2048);
        assert!(public.verifies(b"hello", &again.sign(b"hello")));
        assert!(!public.verifies(b"hullo", &again.sign(b"hello")));
        assert!(!public.verifies(b"hello", b""));
        assert!(PublicKey::from_der(&public.to_der()).unwrap().verifies(b"x", &pair.sign(b"x")));
    }

    #[test]
    fn a_pem_is_read_whatever_its_line_ends() {
        let pair = KeyPair::generate().unwrap();
        let text = pair.public_key_pem();
        let one_line = text.replace('\n', "");
        for odd in [
            text.replace('\n', "\r\n"),
            format!("  \n\n{}\n\n", text.replace('\n', "\n   ")),
            text.trim_end().to_owned(),
            one_line,
        ] {
            assert!(PublicKey::from_pem(&odd).is_ok(), "{odd:?}");
        }
        let pkcs1 = pem("RSA PUBLIC KEY", pair.rsa.public_key().as_ref());
        assert!(PublicKey::from_pem(&pkcs1).unwrap().verifies(b"x", &pair.sign(b"x")));
    }

    /// Made by `openssl genrsa 1024`.
    const RSA_1024: &str = "-----BEGIN PUBLIC KEY-----
MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDA4DjRKi8aIamexRa5Ofh86xPa
yvuE7nZl9ylZK97LD156rmLySLLyRu+YT0XHRaqr6qN2+UwImGTXh5aeOm5/FE2r
2TPmbONe5TBL17CDI0PL+cnEISdUWOXt2qJtPYBw1Lr9luyM4Ii9cN3kIMyQcf0m
jcUPw55QO3y5FhNlvQIDAQAB
-----END PUBLIC KEY-----";
    const ED25519: &str = "-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAPbdEnnn9D6AeqJKE3rC1bisYmNRjKyhj2FY85Z3HMhQ=
-----END PUBLIC KEY-----";

    #[test]
    fn a_weak_key_is_refused_with_its_size() {
        assert_eq!(PublicKey::from_pem(RSA_1024).unwrap_err(), KeyError::Size(1024));
    }

    #[test]
    fn what_is_no_rsa_key_is_an_error_and_no_panic() {
        assert_eq!(PublicKey::from_pem(ED25519).unwrap_err(), KeyError::NotRsa);
        let two = format!("{RSA_1024}\n{RSA_1024}");
        for garbage in [
            "",
            "-----BEGIN PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY----------END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\n!!!!\n-----END PUBLIC KEY-----",
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
            "-----END PUBLIC KEY----------BEGIN PUBLIC KEY-----",
            two.as_str(),
            &"-----BEGIN PUBLIC KEY-----".repeat(1000),
            "\u{0}\u{fffd}-----BEGIN \u{1f511}-----",
        ] {
            assert!(PublicKey::from_pem(garbage).is_err(), "{garbage:?}");
        }
        let der = KeyPair::generate().unwrap().public_key().unwrap().to_der();
        for cut in 0..der.len() {
            assert!(PublicKey::from_der(&der[..cut]).is_err(), "cut at {cut}");
        }
    }
}
