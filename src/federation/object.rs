//! Small questions to any JSON object of another server.

use serde_json::Value;
use url::Url;

/// The id of an object, or of a link to one.
pub fn id_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Object(fields) => fields.get("id").or_else(|| fields.get("href"))?.as_str()?,
        Value::Array(several) if several.len() == 1 => return id_of(&several[0]),
        _ => return None,
    };
    is_address(text).then(|| text.to_owned())
}

/// An absolute http(s) URL of bearable length without credentials.
pub fn is_address(text: &str) -> bool {
    text.len() <= 2_048
        && Url::parse(text).is_ok_and(|url| {
            matches!(url.scheme(), "http" | "https")
                && url.host_str().is_some()
                && url.username().is_empty()
                && url.password().is_none()
        })
}

/// A text, or the id of what stands there: `url` may be a string, a link or a list of links.
pub fn text_of(value: &Value, name: &str) -> Option<String> {
    match value.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Array(several) => several.iter().find_map(|one| match one {
            Value::String(text) => Some(text.clone()),
            Value::Object(link) => {
                let html = link.get("mediaType").and_then(Value::as_str);
                let href = link.get("href").and_then(Value::as_str)?;
                html.is_none_or(|kind| kind == "text/html").then(|| href.to_owned())
            }
            _ => None,
        }),
        Value::Object(link) => link.get("href").and_then(Value::as_str).map(str::to_owned),
        _ => None,
    }
}

/// Same scheme, host and port (FEP-fe34).
pub fn same_origin(one: &str, other: &str) -> bool {
    match (Url::parse(one), Url::parse(other)) {
        (Ok(one), Ok(other)) => one.origin() == other.origin() && one.has_host(),
        _ => false,
    }
}

/// `HOST` or `HOST:PORT` of an address, normalised.
pub fn host_of(uri: &str) -> Option<String> {
    let url = Url::parse(uri).ok()?;
    let host = url.host_str()?.trim_end_matches('.').to_ascii_lowercase();
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_id_is_found_in_every_shape_servers_send() {
        let id = "https://a.example/1";
        for shape in [json!(id), json!({ "id": id }), json!([id]), json!([{ "id": id }])] {
            assert_eq!(id_of(&shape).as_deref(), Some(id), "{shape}");
        }
        for bad in [json!(null), json!("javascript:1"), json!("https://u:p@a.example/"), json!({})]
        {
            assert_eq!(id_of(&bad), None, "{bad}");
        }
    }

    #[test]
    fn another_port_or_scheme_is_another_origin() {
        assert!(same_origin("https://a.example/x", "https://a.example:443/y"));
        assert!(!same_origin("https://a.example/x", "http://a.example/x"));
        assert!(!same_origin("http://localhost:1/x", "http://localhost:2/x"));
    }
}
