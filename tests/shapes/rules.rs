//! What other servers demand of a document before they take it, each rule with where it was seen.

use serde_json::Value;
use url::Url;

pub const PUBLIC: &str = "https://www.w3.org/ns/activitystreams#Public";

/// The rules a document breaks.
#[derive(Default)]
pub struct Broken(pub Vec<String>);

impl Broken {
    fn must(&mut self, rule: bool, what: &str) {
        if !rule {
            self.0.push(what.to_owned());
        }
    }
}

fn is_url(value: &Value) -> bool {
    value.as_str().is_some_and(|text| {
        Url::parse(text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
    })
}

fn host(value: &Value) -> Option<String> {
    Url::parse(value.as_str()?).ok()?.host_str().map(str::to_owned)
}

fn is_time(value: &Value) -> bool {
    value.as_str().is_some_and(|text| kontor::clock::parse_rfc3339(text).is_some())
}

/// One value or several.
fn all(value: &Value) -> Vec<&Value> {
    match value {
        Value::Null => Vec::new(),
        Value::Array(several) => several.iter().collect(),
        one => vec![one],
    }
}

/// `crates/apub/src/protocol/objects/page.rs` of Lemmy 0.19: what its deserialiser takes for a
/// post, and `ApubPost::verify`.
pub fn lemmy_page(object: &Value, broken: &mut Broken) {
    let kinds = ["Page", "Article", "Note", "Video", "Event"];
    broken.must(kinds.iter().any(|kind| object["type"] == *kind), "Lemmy: type is one string");
    broken.must(is_url(&object["id"]), "Lemmy: id is a URL");
    broken.must(is_url(&object["attributedTo"]), "Lemmy: attributedTo is one URL");
    broken.must(
        host(&object["attributedTo"]) == host(&object["id"]),
        "Lemmy: the author is on the server of the object",
    );
    for field in ["to", "cc"] {
        broken.must(all(&object[field]).into_iter().all(is_url), "Lemmy: to and cc are URLs");
    }
    let named: Vec<&Value> = ["to", "cc"].iter().flat_map(|field| all(&object[*field])).collect();
    broken.must(named.iter().any(|to| **to == PUBLIC), "Lemmy: a post is public");
    broken.must(is_url(&object["audience"]), "Lemmy: audience names the community");
    broken.must(named.contains(&&object["audience"]), "Lemmy: the community is addressed");
    broken.must(object["inReplyTo"].is_null(), "Lemmy: a post answers nothing");
    broken.must(object["name"].is_string(), "Lemmy: name is one string");
    broken.must(
        object["name"].as_str().is_some_and(|name| name.chars().count() <= 200),
        "Lemmy: a title has at most 200 characters",
    );
    let markup = ["text/html", "text/markdown"];
    broken.must(
        object["mediaType"].is_null() || markup.iter().any(|kind| object["mediaType"] == *kind),
        "Lemmy: content is HTML or Markdown",
    );
    for attached in all(&object["attachment"]) {
        let fits = match attached["type"].as_str() {
            Some("Link") => is_url(&attached["href"]),
            Some("Image" | "Document") => is_url(&attached["url"]),
            _ => false,
        };
        broken.must(fits, "Lemmy: an attachment is a Link, an Image or a Document");
        let name = &attached["name"];
        broken.must(name.is_null() || name.is_string(), "Lemmy: a description is one string");
    }
    broken.must(object["attachment"].is_array(), "Lemmy: attachments are a list");
    broken.must(
        object["image"].is_null() || is_url(&object["image"]["url"]),
        "Lemmy: image is one object with a URL",
    );
    broken.must(
        object["language"].is_null() || object["language"].is_object(),
        "Lemmy: language is an object",
    );
    broken.must(
        object["sensitive"].is_null() || object["sensitive"].is_boolean(),
        "Lemmy: sensitive is yes or no",
    );
    for field in ["published", "updated"] {
        broken
            .must(object[field].is_null() || is_time(&object[field]), "Lemmy: times are RFC 3339");
    }
    for tag in all(&object["tag"]) {
        broken.must(
            tag["type"].is_string() && is_url(&tag["href"]) && tag["name"].is_string(),
            "Lemmy: a tag has type, href and name",
        );
    }
}

/// `crates/apub/src/protocol/activities/community/announce.rs` and `create_or_update/page.rs` of
/// Lemmy: a community announces a whole activity of its own server's people.
pub fn lemmy_announce(activity: &Value, broken: &mut Broken) {
    broken.must(activity["type"] == "Announce", "Lemmy: an Announce");
    broken.must(
        is_url(&activity["id"]) && is_url(&activity["actor"]),
        "Lemmy: id and actor are URLs",
    );
    broken.must(all(&activity["to"]).iter().any(|to| **to == PUBLIC), "Lemmy: to the public");
    let inner = &activity["object"];
    broken.must(inner["type"].is_string(), "Lemmy: a whole activity is announced");
    broken.must(
        is_url(&inner["id"]) && is_url(&inner["actor"]),
        "Lemmy: the announced activity has an id and an actor",
    );
    broken.must(
        host(&inner["id"]) == host(&inner["actor"]),
        "Lemmy: the announced activity is on the server of its actor",
    );
    broken.must(inner["audience"] == activity["actor"], "Lemmy: it is for the community");
    if matches!(inner["type"].as_str(), Some("Create" | "Update")) {
        lemmy_page(&inner["object"], broken);
    }
}

/// `app/lib/activitypub/activity.rb`, `activity/create.rb` and `parser/status_parser.rb` of
/// Mastodon 4.5: which types become a post, and what is read of them.
pub fn mastodon_status(object: &Value, actor: &Value, broken: &mut Broken) {
    let kinds = ["Note", "Question", "Image", "Audio", "Video", "Article", "Page", "Event"];
    broken.must(kinds.iter().any(|kind| object["type"] == *kind), "Mastodon: a type it converts");
    broken.must(is_url(&object["id"]), "Mastodon: id is a URL");
    broken
        .must(host(&object["id"]) == host(actor), "Mastodon: the object is on its actor's server");
    broken.must(object["attributedTo"] == *actor, "Mastodon: the author is the one who sends it");
    broken.must(is_url(&object["url"]), "Mastodon: url is a page of http or https");
    broken.must(
        host(&object["url"]) == host(&object["id"]),
        "Mastodon: a page on another server is not believed",
    );
    broken.must(is_time(&object["published"]), "Mastodon: published is a time");
    broken.must(
        object["name"].is_string() && object["summary"].is_string(),
        "Mastodon: title and summary are all that is shown",
    );
    broken.must(
        object["contentMap"].as_object().is_some_and(|map| {
            map.values().next() == Some(&object["content"]) && map.keys().next().is_some()
        }),
        "Mastodon: the language is the first key of contentMap",
    );
    broken.must(
        all(&object["to"]).iter().any(|to| **to == PUBLIC),
        "Mastodon: public is what has the public in to",
    );
    let media = all(&object["attachment"]);
    let media = media.iter().filter(|attached| attached["url"].is_string());
    let pictures = media.filter(|attached| attached["type"] == "Image").count();
    broken.must(pictures <= 4, "Mastodon: it takes four pictures (MEDIA_ATTACHMENTS_LIMIT)");
    for tag in all(&object["tag"]) {
        let name = tag["name"].as_str().unwrap_or_default().trim_start_matches('#');
        // `Tag::HASHTAG_NAME_PAT`: letters, digits and underscores, not digits alone.
        let fits = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
            && name.chars().any(|letter| !letter.is_ascii_digit());
        broken.must(fits, "Mastodon: a hashtag is one word");
    }
    broken.must(object.to_string().len() < 1_048_576, "Mastodon: MAX_JSON_SIZE is 1 MiB");
}

/// `app/services/activitypub/process_account_service.rb` and `fetch_remote_actor_service.rb` of
/// Mastodon; `Account::USERNAME_RE`.
pub fn mastodon_actor(actor: &Value, broken: &mut Broken) {
    let kinds = ["Application", "Group", "Organization", "Person", "Service"];
    broken.must(kinds.iter().any(|kind| actor["type"] == *kind), "Mastodon: an actor's type");
    for field in ["id", "inbox", "outbox", "followers", "url"] {
        broken.must(
            is_url(&actor[field]),
            "Mastodon: an actor has id, inbox, outbox, followers, url",
        );
    }
    broken.must(
        host(&actor["inbox"]) == host(&actor["id"]),
        "Mastodon: the inbox is on the actor's server",
    );
    let name = actor["preferredUsername"].as_str().unwrap_or_default();
    let word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let fits = name.starts_with(word)
        && name.ends_with(word)
        && name
            .chars()
            .all(|letter| word(letter) || letter == '.' || letter == '-' || letter == ':');
    broken.must(fits, "Mastodon: a user name is of letters, digits, underscores, dots, hyphens");
    broken
        .must(is_url(&actor["endpoints"]["sharedInbox"]), "Mastodon: a shared inbox spares posts");
    for field in ["manuallyApprovesFollowers", "discoverable", "indexable"] {
        broken.must(actor[field].is_boolean(), "Mastodon: yes or no");
    }
}

/// `internal/typeutils/astointernal.go` (`ASRepresentationToAccount`) and `internal/ap/extract.go`
/// (`ExtractPublicKey`) of GoToSocial.
pub fn gotosocial_actor(actor: &Value, broken: &mut Broken) {
    broken.must(actor["preferredUsername"].is_string(), "GoToSocial: a user name");
    let key = &actor["publicKey"];
    broken.must(key["owner"] == actor["id"], "GoToSocial: the key is owned by the actor");
    broken.must(is_url(&key["id"]), "GoToSocial: the key has an id");
    let pem = key["publicKeyPem"].as_str().unwrap_or_default();
    broken.must(
        pem.starts_with("-----BEGIN PUBLIC KEY-----")
            || pem.starts_with("-----BEGIN RSA PUBLIC KEY-----"),
        "GoToSocial: the key is PEM of one of two kinds",
    );
    broken.must(
        host(&actor["endpoints"]["sharedInbox"]) == host(&actor["id"]),
        "GoToSocial: a shared inbox on another server is not believed",
    );
    broken.must(
        host(&actor["featured"]) == host(&actor["id"]),
        "GoToSocial: featured on another server is not believed",
    );
    broken.must(is_time(&actor["published"]), "GoToSocial: published is a time");
}

/// `ASStatusToStatus` and `extract.go` of GoToSocial.
pub fn gotosocial_status(object: &Value, broken: &mut Broken) {
    broken.must(object["url"].is_string(), "GoToSocial: url is an address, not a list of links");
    broken.must(object["summary"].is_string(), "GoToSocial: the summary is the warning line");
    broken.must(object["content"].is_string(), "GoToSocial: content is a text");
    broken.must(is_url(&object["attributedTo"]), "GoToSocial: one author");
    broken.must(is_time(&object["published"]), "GoToSocial: published is a time");
    for attached in all(&object["attachment"]) {
        broken.must(attached["type"] != "PropertyValue", "GoToSocial: fields are an actor's");
        if attached["type"] != "Link" {
            broken.must(
                is_url(&attached["url"]) && attached["mediaType"].is_string(),
                "GoToSocial: a file has an address and a media type",
            );
        }
    }
    for tag in all(&object["tag"]) {
        let name = tag["name"].as_str().unwrap_or_default();
        broken.must(name.starts_with('#'), "GoToSocial: a hashtag begins with #");
    }
    let policy = &object["interactionPolicy"]["canQuote"]["automaticApproval"];
    broken.must(policy.is_null() || policy.is_array(), "GoToSocial: a policy names whom it is for");
}

/// `mitra_activitypub/src/importers.rs` and `handlers/note.rs` of Mitra: one type, one author on
/// the object's server, addresses in lists.
pub fn mitra_object(object: &Value, broken: &mut Broken) {
    broken.must(object["type"].is_string(), "Mitra: type is one string");
    broken.must(object["attributedTo"].is_string(), "Mitra: attributedTo is one string");
    broken.must(
        host(&object["attributedTo"]) == host(&object["id"]),
        "Mitra: ids are on the server of their owner",
    );
    for field in ["to", "cc", "tag", "attachment"] {
        let value = &object[field];
        broken.must(value.is_null() || value.is_array() || value.is_string(), "Mitra: lists");
    }
}

/// `src/Protocol/ActivityPub/Processor.php` and `Receiver.php` of Friendica: the kind of a file is
/// read from its media type, and dates must be parseable.
pub fn friendica_object(object: &Value, broken: &mut Broken) {
    for attached in all(&object["attachment"]) {
        let kind = attached["mediaType"].as_str().unwrap_or_default();
        broken.must(kind.contains('/'), "Friendica: every attachment has a media type");
    }
    broken.must(is_time(&object["published"]), "Friendica: published is a time");
    broken.must(
        object["updated"].is_null() || object["updated"].as_str() >= object["published"].as_str(),
        "Friendica: an edit is not before the publication",
    );
    broken.must(object["name"].is_string(), "Friendica: the title is one string");
}

/// `ApNoteService.ts` of Misskey (`cw`) and `converted_text` of Mastodon before 4.5 show the
/// summary as plain text.
pub fn misskey_object(object: &Value, broken: &mut Broken) {
    let told = object["summary"].as_str().unwrap_or_default();
    broken.must(!told.contains('<'), "Misskey: tags in a summary are shown as they are");
    broken.must(told.chars().count() > 0, "Misskey: a summary is the line before the text");
}

/// Every activity: Mastodon (`ActivityPub::Activity`, `delete_arrived_first?`), Lemmy and
/// GoToSocial compare hosts and want one actor.
pub fn activity(document: &Value, broken: &mut Broken) {
    broken.must(document["type"].is_string(), "everybody: type is one string");
    broken.must(is_url(&document["id"]), "everybody: an activity has an id");
    broken.must(document["actor"].is_string(), "everybody: actor is one string");
    broken.must(
        host(&document["id"]) == host(&document["actor"]),
        "everybody: an activity is on its actor's server",
    );
    if document["type"] == "Delete" {
        let object = &document["object"];
        broken.must(
            object["type"] == "Tombstone" && is_url(&object["id"]),
            "Mastodon: a Delete holds the Tombstone, or the id",
        );
    }
}
