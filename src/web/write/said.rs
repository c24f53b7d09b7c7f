//! What the script of the form says, in the language of its page: it has no texts of its own.

use crate::i18n::Speech;

/// Texts, by the name under which the script looks for them.
pub struct Said {
    pub texts: Vec<(&'static str, String)>,
    /// Where a text with marks is sent to be looked at.
    pub look: String,
}

impl Said {
    pub fn of(t: &Speech) -> Said {
        let say = |key: &str| t.say(key).into_owned();
        let texts = vec![
            ("search", say("script-search")),
            ("chosen", say("script-chosen")),
            ("all", say("script-all")),
            ("remove", say("script-remove")),
            ("none", say("script-none")),
            ("hits", t.say1("script-hits", "n", "{n}")),
            ("saved", t.say1("script-saved", "time", "{time}")),
            ("unsaved", say("script-unsaved")),
            ("away", say("script-away")),
            ("kept", say("script-kept")),
            ("unkept", say("script-unkept")),
            ("out", say("script-out")),
            ("enter", say("script-enter")),
            ("clash", say("script-clash")),
            ("decide", say("script-decide")),
            ("found", t.say1("script-found", "time", "{time}")),
            ("back", say("script-back")),
            ("drop", say("script-drop")),
            ("look", say("script-look")),
            ("looks", say("script-looks")),
        ];
        Said { texts, look: t.link("/write/look") }
    }
}
