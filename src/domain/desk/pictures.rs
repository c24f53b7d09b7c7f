//! The pictures of a draft: added with their words, described anew, put in order, taken out.

use serde_json::{Map, Value};

use super::Draft;
use crate::domain::{
    case_study::{FieldError, Focus, Refusal, bounds},
    vocabulary::Licence,
};

/// What is said about a picture. Who cannot see it reads `alt`; who wants to use it needs to know
/// whose it is and on which terms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub alt: String,
    pub credit: String,
    /// Id of a licence.
    pub licence: String,
    pub caption: String,
    /// Id of a ninth of the picture; empty for the middle.
    pub focus: String,
}

/// Which picture of a draft: by its file where it has one, since rows move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Which {
    pub row: usize,
    pub file: String,
}

impl Words {
    /// What is wrong or missing, by the names of the fields.
    pub fn flaws(&self) -> Vec<FieldError> {
        let Words { alt, credit, licence, caption, focus } = self;
        let mut flaws = Vec::new();
        let mut flaw = |path: &str, code: &'static str| {
            flaws.push(FieldError { path: path.into(), code, message: format!("{path}: {code}") });
        };
        for (path, text, most) in [
            ("alt", alt, bounds::IMAGE_ALT.max),
            ("credit", credit, bounds::IMAGE_CREDIT.max),
            ("caption", caption, bounds::IMAGE_CAPTION.max),
        ] {
            if path != "caption" && text.trim().is_empty() {
                flaw(path, "missing");
            } else if text.trim().chars().count() > most {
                flaw(path, "too-long");
            }
        }
        match licence.trim() {
            "" => flaw("licence", "missing"),
            id if Licence::from_id(id).is_none() => flaw("licence", "unknown-value"),
            _ => {}
        }
        if !focus.is_empty() && Focus::from_id(focus).is_none() {
            flaw("focus", "unknown-value");
        }
        flaws
    }

    /// Puts the words into a row; the middle, which is where one looks anyway, is not written down.
    fn put(&self, row: &mut Map<String, Value>) {
        let Words { alt, credit, licence, caption, focus } = self;
        let focus = if focus == Focus::default().id() { "" } else { focus };
        for (name, text) in [
            ("alt", alt.as_str()),
            ("caption", caption),
            ("credit", credit),
            ("licence", licence.trim()),
            ("focus", focus),
        ] {
            row.insert(name.into(), text.into());
        }
    }
}

/// Whether another picture has room.
pub fn has_room(draft: &Draft) -> bool {
    draft.rows("images") < bounds::IMAGES.max
}

/// The draft with one more picture, the last.
///
/// # Errors
/// What cannot be kept.
pub fn added(draft: &Draft, file: &str, words: &Words) -> Result<Draft, Refusal> {
    let mut row = Map::new();
    row.insert("file".into(), file.into());
    words.put(&mut row);
    changed(draft, |rows| rows.push(Value::Object(row)))
}

/// The draft with other words about one of its pictures.
///
/// # Errors
/// What cannot be kept.
pub fn described(draft: &Draft, which: &Which, words: &Words) -> Result<Draft, Refusal> {
    changed(draft, |rows| {
        if let Some(Value::Object(row)) = which.place(rows).and_then(|at| rows.get_mut(at)) {
            words.put(row);
        }
    })
}

/// The draft with one of its pictures one place earlier; the first is shown first.
///
/// # Errors
/// What cannot be kept.
pub fn earlier(draft: &Draft, which: &Which) -> Result<Draft, Refusal> {
    changed(draft, |rows| {
        if let Some(at) = which.place(rows).filter(|at| *at > 0) {
            rows.swap(at, at - 1);
        }
    })
}

/// The draft without one of its pictures.
///
/// # Errors
/// What cannot be kept.
pub fn without(draft: &Draft, which: &Which) -> Result<Draft, Refusal> {
    changed(draft, |rows| {
        if let Some(at) = which.place(rows) {
            rows.remove(at);
        }
    })
}

impl Which {
    /// Whether the row with this file is meant.
    pub fn is(&self, row: usize, file: &str) -> bool {
        self.file == file && (!file.is_empty() || self.row == row)
    }

    fn place(&self, rows: &[Value]) -> Option<usize> {
        let file = |row: &Value| row["file"].as_str().unwrap_or_default().to_owned();
        match self.file.is_empty() {
            true => rows.get(self.row).filter(|row| file(row).is_empty()).map(|_| self.row),
            false => rows.iter().position(|row| file(row) == self.file),
        }
    }
}

fn changed(draft: &Draft, change: impl FnOnce(&mut Vec<Value>)) -> Result<Draft, Refusal> {
    let mut rows = draft.at("images").and_then(Value::as_array).cloned().unwrap_or_default();
    change(&mut rows);
    draft.with("images", Value::Array(rows))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn words(alt: &str) -> Words {
        Words {
            alt: alt.into(),
            credit: "City of Rain".into(),
            licence: "CC-BY-4.0".into(),
            focus: "centre".into(),
            ..Words::default()
        }
    }

    fn which(file: &str) -> Which {
        Which { row: 9, file: file.into() }
    }

    #[test]
    fn pictures_are_added_described_moved_and_taken_out() {
        let one = added(&Draft::default(), "https://a.example/1.jpg", &words("One")).unwrap();
        let two = added(&one, "https://a.example/2.jpg", &words("Two")).unwrap();
        assert_eq!(
            one.at("images.0"),
            Some(&json!({"file": "https://a.example/1.jpg", "alt": "One",
                         "credit": "City of Rain", "licence": "CC-BY-4.0"}))
        );
        let moved = earlier(&two, &which("https://a.example/2.jpg")).unwrap();
        assert_eq!(moved.text("images.0.alt"), "Two");
        let side = Words { focus: "left".into(), ..words("Uno") };
        let told = described(&moved, &which("https://a.example/1.jpg"), &side).unwrap();
        assert_eq!(told.text("images.1.alt"), "Uno");
        assert_eq!(told.text("images.1.focus"), "left");
        let rest = without(&told, &which("https://a.example/2.jpg")).unwrap();
        assert_eq!((rest.rows("images"), rest.text("images.0.alt")), (1, "Uno".into()));
        assert_eq!(without(&rest, &which("https://a.example/2.jpg")).unwrap(), rest);
    }

    #[test]
    fn a_picture_needs_its_words() {
        let missing: Vec<_> = Words::default().flaws().into_iter().map(|flaw| flaw.path).collect();
        assert_eq!(missing, ["alt", "credit", "licence"]);
        assert_eq!(words(&"x".repeat(501)).flaws()[0].code, "too-long");
        let odd = Words { licence: "MIT".into(), focus: "edge".into(), ..words("A") };
        assert_eq!(odd.flaws().len(), 2);
        assert_eq!(words("A").flaws(), []);
    }
}
