//! Names of the wire: contexts, types, IRIs.

use serde_json::{Value, json};

pub const AS: &str = "https://www.w3.org/ns/activitystreams";
pub const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";
/// The vocabulary's IRI is a constant, never an address of one instance.
pub const KONTOR: &str = "https://w3id.org/kontor#";
pub const CASE_STUDY: &str = "https://w3id.org/kontor#CaseStudy";

/// Context of a case study: inline except the two W3C URLs, JSON-LD 1.0 features only, because
/// Friendica expands with a 1.0 processor.
pub fn article_context() -> Value {
    json!([
        AS,
        "https://w3id.org/security/v1",
        {
            "@vocab": KONTOR,
            "Hashtag": "as:Hashtag",
            "sensitive": "as:sensitive",
            "schema": "https://schema.org/",
            "additionalType": { "@id": "schema:additionalType", "@type": "@id" },
            "license": { "@id": "schema:license", "@type": "@id" },
            "about": { "@id": "schema:about", "@type": "@id" },
            "gts": "https://gotosocial.org/ns#",
            "interactionPolicy": { "@id": "gts:interactionPolicy", "@type": "@id" },
            "canQuote": { "@id": "gts:canQuote", "@type": "@id" },
            "automaticApproval": { "@id": "gts:automaticApproval", "@type": "@id" }
        }
    ])
}

/// Stands beside it where a picture has a focal point.
pub fn focal_point_context() -> Value {
    json!({
        "toot": "http://joinmastodon.org/ns#",
        "focalPoint": { "@id": "toot:focalPoint", "@container": "@list" }
    })
}

/// Context of an actor.
pub fn actor_context() -> Value {
    json!([
        AS,
        "https://w3id.org/security/v1",
        {
            "schema": "http://schema.org#",
            "PropertyValue": "schema:PropertyValue",
            "value": "schema:value",
            "toot": "http://joinmastodon.org/ns#",
            "discoverable": "toot:discoverable",
            "indexable": "toot:indexable",
            "featured": { "@id": "toot:featured", "@type": "@id" },
            "manuallyApprovesFollowers": "as:manuallyApprovesFollowers",
            "sec": "https://w3id.org/security#",
            "Multikey": "sec:Multikey",
            "assertionMethod": { "@id": "sec:assertionMethod", "@type": "@id", "@container": "@set" },
            "controller": { "@id": "sec:controller", "@type": "@id" },
            "publicKeyMultibase": { "@id": "sec:publicKeyMultibase", "@type": "sec:multibase" },
            "implements": {
                "@id": "https://w3id.org/fep/844e#implements",
                "@type": "@id",
                "@container": "@list"
            }
        }
    ])
}

/// The terms of an integrity proof (FEP-8b32) for documents whose context lacks them.
pub fn proof_terms() -> Value {
    json!({
        "sec": "https://w3id.org/security#",
        "DataIntegrityProof": "sec:DataIntegrityProof",
        "proof": { "@id": "sec:proof", "@type": "@id" },
        "cryptosuite": "sec:cryptosuite",
        "verificationMethod": { "@id": "sec:verificationMethod", "@type": "@id" },
        "proofPurpose": { "@id": "sec:proofPurpose", "@type": "@vocab" },
        "assertionMethod": { "@id": "sec:assertionMethod", "@type": "@id", "@container": "@set" },
        "proofValue": { "@id": "sec:proofValue", "@type": "sec:multibase" },
        "created": {
            "@id": "http://purl.org/dc/terms/created",
            "@type": "http://www.w3.org/2001/XMLSchema#dateTime"
        }
    })
}

/// The vocabulary explained, for `/ns`.
pub fn namespace() -> Value {
    json!({
        "@context": {
            "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            "label": "rdfs:label",
            "comment": "rdfs:comment"
        },
        "@id": KONTOR,
        "label": "Kontor",
        "comment": "Terms of case studies that city networks exchange over ActivityPub.",
        "@graph": [
            {
                "@id": CASE_STUDY,
                "@type": "rdfs:Class",
                "label": "Case study",
                "comment": "What a city did, why, and what came of it; the additionalType of an Article."
            },
            {
                "@id": "https://w3id.org/kontor#caseStudy",
                "@type": "rdfs:Property",
                "label": "case study",
                "comment": "The structured fields of a case study under the names and with the values of its JSON schema."
            }
        ]
    })
}
