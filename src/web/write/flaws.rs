//! What is wrong with the fields of a manuscript, and what reviewers noted on them, as people read it.

use crate::{
    domain::{
        case_study::FieldError,
        desk::{Draft, Missing, Part},
        vocabulary::SectionId,
    },
    i18n::Speech,
    store::reviewing::Note,
};

/// What is wrong or missing, as far as somebody has begun to fill it in: an empty form does not
/// begin with complaints.
pub fn begun_flaws(draft: &Draft, missing: &Missing) -> Vec<FieldError> {
    let is_begun = |error: &&FieldError| {
        // A row is there only when something was typed into it.
        error.code != "missing" || error.path.contains('[') || draft.at(&error.path).is_some()
    };
    missing.refused.iter().chain(&missing.wanted).filter(is_begun).cloned().collect()
}

/// What is wrong with a field, in the reader's language.
pub fn flaw_text(t: &Speech, flaw: &FieldError) -> String {
    t.known_term("lack", flaw.code).unwrap_or_else(|| t.say("lack-other").into_owned())
}

/// What a path of the schema is called, such as `sections.solution` or `cities[0].lat`.
pub fn path_name(t: &Speech, path: &str) -> String {
    if let Some((language, field)) =
        path.strip_prefix("translations.").and_then(|rest| rest.split_once('.'))
    {
        return format!("{} ({})", path_name(t, field), t.term("language", language));
    }
    let top = path.split(['.', '[']).next().unwrap_or(path);
    if let Some(section) = path.strip_prefix("sections.").and_then(SectionId::from_id) {
        return t.term("section", section.id());
    }
    let field = match top {
        "sdgs" => "goals",
        "sdg_targets" => "targets",
        "images" => "pictures",
        "source_url" => "source",
        "sections" => "story",
        "translations" => "translation",
        other => other,
    };
    t.known_term("field", field).unwrap_or_else(|| t.say("field-whole").into_owned())
}

/// A note as it stands beside a part.
pub struct NoteLine {
    pub field: String,
    pub text: String,
    pub who: String,
    pub answer: Option<String>,
}

/// The notes on a part that are not settled.
pub fn notes_of(t: &Speech, notes: &[Note], part: Part) -> Vec<NoteLine> {
    let line = |note: &Note| NoteLine {
        field: path_name(t, &note.field),
        text: note.text.clone(),
        who: format!("@{}", note.handle),
        answer: note.answer.clone(),
    };
    let open = |note: &&Note| note.state != "resolved" && Part::of(&note.field) == Some(part);
    notes.iter().filter(open).map(line).collect()
}
