//! RFC 9421, HTTP Message Signatures: its two headers and the text that is signed.

use super::error::quoted;
use super::structured::{self, Item, Parameters, Unreadable, Value};
use super::{Algorithm, Component, Dialect, Request, Signature, SignatureError};
use SignatureError::Malformed;
use axum::http::HeaderMap;
use axum::http::header::HeaderName;

const MAX_KEY_ID_BYTES: usize = 2048;

/// What we ask others to sign, as the value of `Accept-Signature` (section 5.1).
pub const ACCEPT_SIGNATURE: &str =
    r#"sig1=("@method" "@target-uri" "content-digest");created;keyid"#;

/// Reads `Signature-Input` and the `Signature` of the same label: one of each, and no other.
pub(super) fn parse(headers: &HeaderMap) -> Result<Signature, SignatureError> {
    let mut inputs = dictionary(headers, "signature-input")?;
    let mut signatures = dictionary(headers, "signature")?;
    let (Some(input), Some(signature)) = (inputs.pop(), signatures.pop()) else {
        return Err(SignatureError::Missing);
    };
    if !inputs.is_empty() || !signatures.is_empty() {
        return Err(SignatureError::Several);
    }
    if input.name != signature.name {
        return Err(Malformed("Signature and Signature-Input have different labels"));
    }
    let Value::List(list) = input.value else {
        return Err(Malformed("Signature-Input is no list of components"));
    };
    let Value::Item(Item::Bytes(bytes)) = signature.value else {
        return Err(Malformed("Signature holds no bytes"));
    };
    let parameters = structured::written(&list, &input.parameters);
    let given = Given::of(input.parameters)?;
    Ok(Signature {
        dialect: Dialect::Rfc9421,
        key_id: given.key_id,
        created: given.created,
        expires: given.expires,
        algorithm: given.algorithm,
        covered: covered(list)?,
        parameters,
        bytes,
    })
}

fn dictionary(headers: &HeaderMap, name: &str) -> Result<Vec<structured::Member>, SignatureError> {
    let mut lines = Vec::new();
    for line in headers.get_all(name) {
        lines.push(line.to_str().map_err(|_| Malformed("it is not ASCII"))?);
    }
    structured::dictionary(&lines.join(", ")).map_err(|why| match why {
        Unreadable::Malformed(why) => Malformed(why),
        // The same label twice is a second signature.
        Unreadable::Repeated(_) => SignatureError::Several,
    })
}

/// The parameters we act on; `nonce`, `tag` and unknown ones are signed and otherwise ignored.
struct Given {
    key_id: String,
    created: Option<i64>,
    expires: Option<i64>,
    algorithm: Option<Algorithm>,
}

impl Given {
    fn of(parameters: Parameters) -> Result<Self, SignatureError> {
        let (mut key_id, mut created, mut expires, mut algorithm) = (None, None, None, None);
        for (name, value) in parameters {
            match (name.as_str(), value) {
                ("keyid", Item::Text(text)) => key_id = Some(text),
                ("created", Item::Int(at @ 0..=253_402_300_799)) => created = Some(at),
                ("expires", Item::Int(at @ 0..=253_402_300_799)) => expires = Some(at),
                ("alg", Item::Text(text)) => algorithm = Some(named(&text)?),
                ("keyid" | "created" | "expires" | "alg", _) => {
                    return Err(Malformed("keyid, created, expires or alg has an odd value"));
                }
                _ => {}
            }
        }
        let key_id = key_id.filter(|id| !id.is_empty()).ok_or(Malformed("keyid is missing"))?;
        if key_id.len() > MAX_KEY_ID_BYTES {
            return Err(Malformed("keyid is no id"));
        }
        Ok(Given { key_id, created, expires, algorithm })
    }
}

fn named(algorithm: &str) -> Result<Algorithm, SignatureError> {
    match algorithm {
        "rsa-v1_5-sha256" => Ok(Algorithm::RsaSha256),
        "rsa-pss-sha512" => Ok(Algorithm::RsaPssSha512),
        "ed25519" => Ok(Algorithm::Ed25519),
        other => Err(SignatureError::Algorithm(quoted(other))),
    }
}

fn covered(list: Vec<(Item, Parameters)>) -> Result<Vec<Component>, SignatureError> {
    let mut covered = Vec::with_capacity(list.len());
    for (name, parameters) in list {
        let Item::Text(name) = name else {
            return Err(Malformed("a component is not in quotes"));
        };
        // `;bs`, `;sf`, `;key`, `;req`, `;tr` say that the value is read in another way. Whoever
        // does not know one of them must refuse (section 3.2), and nobody here sends them.
        if !parameters.is_empty() {
            return Err(SignatureError::Component(quoted(&name)));
        }
        let component = match name.as_str() {
            "@method" => Component::Method,
            "@target-uri" => Component::TargetUri,
            "@authority" => Component::Authority,
            "@scheme" => Component::Scheme,
            "@path" => Component::Path,
            "@query" => Component::Query,
            "@request-target" => Component::RequestTarget,
            name if name.starts_with('@') || name.bytes().any(|b| b.is_ascii_uppercase()) => {
                return Err(SignatureError::Component(quoted(name)));
            }
            name => Component::Header(
                HeaderName::from_bytes(name.as_bytes())
                    .map_err(|_| SignatureError::Component(quoted(name)))?,
            ),
        };
        if covered.contains(&component) {
            return Err(SignatureError::Repeated(quoted(&name)));
        }
        covered.push(component);
    }
    Ok(covered)
}

/// The bytes that were signed, rebuilt from the request (section 2.5).
pub(super) fn signature_base(
    signature: &Signature,
    request: &Request,
) -> Result<Vec<u8>, SignatureError> {
    let mut text = Vec::with_capacity(1024);
    let target = request.path_and_query;
    let (scheme, authority) = request.origin.split_once("://").unwrap_or(("", request.origin));
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    for component in &signature.covered {
        let line = match component {
            Component::Method => format!("\"@method\": {}", request.method),
            Component::TargetUri => format!("\"@target-uri\": {}{target}", request.origin),
            Component::Authority => {
                format!("\"@authority\": {}", authority.to_ascii_lowercase())
            }
            Component::Scheme => format!("\"@scheme\": {scheme}"),
            Component::Path => format!("\"@path\": {path}"),
            Component::Query => format!("\"@query\": ?{query}"),
            Component::RequestTarget => format!("\"@request-target\": {target}"),
            Component::Header(name) => {
                text.extend_from_slice(format!("\"{name}\": ").as_bytes());
                super::field(&mut text, name, request)?;
                String::new()
            }
            // Not read in this dialect.
            Component::Created | Component::Expires => return Err(SignatureError::Invalid),
        };
        text.extend_from_slice(line.as_bytes());
        text.push(b'\n');
    }
    text.extend_from_slice(b"\"@signature-params\": ");
    text.extend_from_slice(signature.parameters.as_bytes());
    Ok(text)
}
