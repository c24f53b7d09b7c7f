//! Media types of answers: forgiving of spelling, unforgiving of meaning.

/// What we ask for when we want an ActivityPub object.
pub const ACCEPT_AP: &str = "application/activity+json, application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"";
/// What we ask for when we want WebFinger.
pub const ACCEPT_JRD: &str = "application/jrd+json, application/json";
/// What we ask for when we want NodeInfo.
pub const ACCEPT_JSON: &str = "application/json";
/// What we ask for when we want a list of domains.
pub const ACCEPT_CSV: &str = "text/csv, text/plain;q=0.9";
/// What we ask for when we want a picture.
pub const ACCEPT_PICTURE: &str = "image/jpeg, image/png, image/webp, image/gif";
/// What we send.
pub const ACTIVITY_JSON: &str = "application/activity+json";

const PROFILE: &str = "https://www.w3.org/ns/activitystreams";

/// `application/activity+json` with any parameters, or `application/ld+json` whose profile says
/// ActivityStreams. Anything else may be an upload that somebody wants to pass off as an object.
pub fn is_activity(content_type: &str) -> bool {
    let (essence, parameters) = split(content_type);
    match essence.as_str() {
        "application/activity+json" => true,
        "application/ld+json" => {
            parameters.iter().any(|(n, v)| n == "profile" && v.split(' ').any(|p| p == PROFILE))
        }
        _ => false,
    }
}

/// JSON as WebFinger and NodeInfo are served.
pub fn is_plain_json(content_type: &str) -> bool {
    matches!(split(content_type).0.as_str(), "application/json" | "application/jrd+json")
}

/// A list in plain text or CSV, as it is served from a file.
pub fn is_list(content_type: &str) -> bool {
    let known = ["text/csv", "text/plain", "application/csv", "application/octet-stream"];
    known.contains(&split(content_type).0.as_str())
}

/// A picture, or bytes of which nobody said what they are; what they are is found out by reading
/// them. SVG is a document.
pub fn is_picture(content_type: &str) -> bool {
    let essence = split(content_type).0;
    let named = essence.strip_prefix("image/").is_some_and(|kind| !kind.starts_with("svg"));
    named || essence == "application/octet-stream"
}

/// The type in lower case, and its parameters: names in lower case, values without quotes.
fn split(content_type: &str) -> (String, Vec<(String, &str)>) {
    // No parameter we look at contains a semicolon.
    let mut parts = content_type.split(';');
    let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let parameters = parts
        .filter_map(|part| part.split_once('='))
        .map(|(n, v)| (n.trim().to_ascii_lowercase(), v.trim().trim_matches('"').trim()))
        .collect();
    (essence, parameters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_activity_is_recognised_in_every_spelling() {
        for yes in [
            "application/activity+json",
            "Application/Activity+JSON;charset=utf-8",
            "application/activity+json ; charset=\"utf-8\"",
            "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams\"",
            "application/ld+json;profile=https://www.w3.org/ns/activitystreams",
            "application/ld+json; charset=utf-8; Profile=\" https://www.w3.org/ns/activitystreams\"",
            "application/ld+json; profile=\"http://www.w3.org/ns/json-ld#expanded https://www.w3.org/ns/activitystreams\"",
        ] {
            assert!(is_activity(yes), "{yes}");
        }
    }

    #[test]
    fn what_is_no_activity_is_not_taken_for_one() {
        for no in [
            "",
            "application/json",
            "text/html",
            "text/plain; profile=\"https://www.w3.org/ns/activitystreams\"",
            "application/ld+json",
            "application/ld+json; profile=\"https://www.w3.org/ns/activitystreams#x\"",
            "application/octet-stream, application/activity+json",
            "application/activity+jsonx",
        ] {
            assert!(!is_activity(no), "{no}");
        }
        assert!(is_plain_json("application/jrd+json; charset=utf-8"));
        assert!(is_plain_json(
            "application/json; profile=\"http://nodeinfo.diaspora.software/ns\""
        ));
        assert!(!is_plain_json("text/html"));
        assert!(is_picture("image/JPEG; x=1") && is_picture("application/octet-stream"));
        assert!(!is_picture("image/svg+xml") && !is_picture("text/html") && !is_picture(""));
    }
}
