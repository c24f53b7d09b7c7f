//! What a notice says, in the reader's language.

use super::Kind;
use crate::{i18n::Speech, store::notices::Notice};

/// Plain text: names and titles of others stand in it as they wrote them.
pub fn said(t: &Speech, notice: &Notice) -> String {
    let (who, title) = (notice.who.as_str(), notice.title.as_str());
    let title = if title.is_empty() { t.say("write-untitled") } else { title.into() };
    let about = |key: &str| t.say1(key, "title", &*title);
    let by = |key: &str| t.say2(key, "who", who, "title", &*title);
    let text = match Kind::from_id(&notice.kind) {
        Some(Kind::Alert) => return t.say2("told-alert", "n", notice.times, "name", &*title),
        Some(Kind::Submitted) => by("told-submitted"),
        Some(Kind::Assigned) => by("told-assigned"),
        Some(Kind::InReview) => about("told-in-review"),
        Some(Kind::ChangesRequested) => about("told-changes-requested"),
        Some(Kind::Approved) => about("told-approved"),
        Some(Kind::Published) => about("told-published"),
        Some(Kind::Rejected) => about("told-rejected"),
        Some(Kind::Withdrawn) => about("told-withdrawn"),
        Some(Kind::Noted) => about("told-noted"),
        Some(Kind::Answered) => by("told-answered"),
        Some(Kind::Comment) => by("told-comment"),
        Some(Kind::Reply) => by("told-reply"),
        Some(Kind::Mention) => by("told-mention"),
        Some(Kind::Message) => t.say1("told-message", "who", who),
        Some(Kind::Follower) => t.say1("told-follower", "who", who),
        Some(Kind::Reported) => about("told-reported"),
        Some(Kind::Old) => return t.say("told-old").into_owned(),
        Some(Kind::MailReturns) => t.say("told-mail-returns").into_owned(),
        // Told by a later version.
        None => title.clone().into_owned(),
    };
    match notice.times {
        1 => text,
        times => format!("{text} {}", t.say1("told-times", "n", times)),
    }
}
