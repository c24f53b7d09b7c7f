//! Reading one JSON field at a time, with every refusal collected under the field's path.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::bounds::Bounds;
use super::{FieldError, Refusal};
use crate::domain::text::{clean_block, clean_line, shorten, turns_direction};
use crate::domain::vocabulary::Closed;

/// Nobody reads more, and a hostile record could be wrong a million times.
const MOST_ERRORS: usize = 100;

/// The refusals so far, shared by all fields of one record.
#[derive(Default)]
pub(super) struct Errors(RefCell<Vec<FieldError>>);

impl Errors {
    pub(super) fn add(&self, path: &str, code: &'static str, message: impl AsRef<str>) {
        let mut errors = self.0.borrow_mut();
        if errors.len() < MOST_ERRORS {
            let message = format!("{path}: {}", message.as_ref());
            errors.push(FieldError { path: path.to_owned(), code, message });
        }
    }

    /// Whether something at this path or inside it was refused: a rule about it would only
    /// repeat the complaint.
    pub(super) fn at(&self, path: &str) -> bool {
        self.0.borrow().iter().any(|error| {
            error
                .path
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        })
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// All refusals, in the order in which they were found.
    pub(super) fn into_list(self) -> Vec<FieldError> {
        self.0.into_inner()
    }

    /// The value if nothing was refused.
    pub(super) fn settle<T>(self, value: T) -> Result<T, Refusal> {
        let errors = self.0.into_inner();
        if errors.is_empty() { Ok(value) } else { Err(Refusal { errors }) }
    }
}

/// One value and where it stands.
pub(super) struct Field<'a> {
    value: &'a Value,
    pub(super) path: String,
    errors: &'a Errors,
}

/// An object whose fields are read by name.
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    path: String,
    errors: &'a Errors,
}

impl<'a> Fields<'a> {
    fn inside(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    fn field(&self, name: &str, value: &'a Value) -> Field<'a> {
        Field { value, path: self.inside(name), errors: self.errors }
    }

    /// A field that may be absent.
    pub(super) fn get(&self, name: &str) -> Option<Field<'a>> {
        self.map.get(name).map(|value| self.field(name, value))
    }

    /// A field that may be absent or null.
    pub(super) fn nullable(&self, name: &str) -> Option<Field<'a>> {
        self.get(name).filter(|field| !field.value.is_null())
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str) -> Option<Field<'a>> {
        let field = self.get(name);
        if field.is_none() {
            self.errors.add(&self.inside(name), "missing", "is required");
        }
        field
    }

    /// All fields, in the order they were given.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, Field<'a>)> {
        self.map.iter().map(|(name, value)| (name.as_str(), self.field(name, value)))
    }
}

impl<'a> Field<'a> {
    /// The whole record; its fields' paths are their names.
    pub(super) fn root(value: &'a Value, errors: &'a Errors) -> Self {
        Self { value, path: String::new(), errors }
    }

    fn refuse<T>(&self, code: &'static str, message: impl AsRef<str>) -> Option<T> {
        let path = if self.path.is_empty() { "record" } else { &self.path };
        self.errors.add(path, code, message);
        None
    }

    fn wrong_type<T>(&self, wanted: &str) -> Option<T> {
        let found = match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        self.refuse("wrong-type", format!("must be {wanted}, found {found}"))
    }

    /// An object that has no other fields than these.
    pub(super) fn object(&self, known: &[&str]) -> Option<Fields<'a>> {
        let fields = self.any_object()?;
        for name in fields.map.keys().filter(|name| !known.contains(&name.as_str())) {
            let path = fields.inside(&shorten(&clean_line(name), 60));
            self.errors.add(&path, "unknown-field", "is not a field of the schema");
        }
        Some(fields)
    }

    /// An object whose names are data.
    pub(super) fn any_object(&self) -> Option<Fields<'a>> {
        match self.value {
            Value::Object(map) => {
                Some(Fields { map, path: self.path.clone(), errors: self.errors })
            }
            _ => self.wrong_type("an object"),
        }
    }

    /// The entries of a list that is neither too short nor too long.
    pub(super) fn items(&self, bounds: Bounds) -> Vec<Field<'a>> {
        let Value::Array(items) = self.value else {
            return self.wrong_type::<Vec<_>>("a list").unwrap_or_default();
        };
        let Bounds { min, max } = bounds;
        if items.len() < min {
            self.refuse::<()>("too-few", format!("at least {min}, found {}", items.len()));
        } else if items.len() > max {
            self.refuse::<()>("too-many", format!("at most {max}, found {}", items.len()));
        }
        let path = &self.path;
        let field =
            |(at, value)| Field { value, path: format!("{path}[{at}]"), errors: self.errors };
        items.iter().take(max).enumerate().map(field).collect()
    }

    /// The entries of a list that names nothing twice.
    pub(super) fn distinct<T: PartialEq>(
        &self,
        bounds: Bounds,
        read: impl Fn(&Field<'a>) -> Option<T>,
    ) -> Vec<T> {
        let mut seen = Vec::new();
        for item in self.items(bounds) {
            let Some(value) = read(&item) else { continue };
            if seen.contains(&value) {
                item.refuse::<()>("duplicate", format!("{} is listed before", item.shown()));
            } else {
                seen.push(value);
            }
        }
        seen
    }

    /// What was found, short enough for a message.
    fn shown(&self) -> String {
        match self.value {
            Value::String(text) => format!("“{}”", shorten(&clean_line(text), 40)),
            other => shorten(&other.to_string(), 40),
        }
    }

    pub(super) fn flag(&self) -> Option<bool> {
        self.value.as_bool().or_else(|| self.wrong_type("true or false"))
    }

    fn text(&self) -> Option<&'a str> {
        self.value.as_str().or_else(|| self.wrong_type("a text"))
    }

    fn measured(&self, text: String, bounds: Bounds) -> Option<String> {
        let Bounds { min, max } = bounds;
        let found = text.chars().count();
        if found < min {
            return self.refuse("too-short", format!("at least {min} characters, found {found}"));
        }
        if found > max {
            return self.refuse("too-long", format!("at most {max} characters, found {found}"));
        }
        if min > 0 && text.chars().all(char::is_whitespace) {
            return self.refuse("too-short", "holds nothing but blanks");
        }
        Some(text)
    }

    /// One line of plain text.
    pub(super) fn line(&self, bounds: Bounds) -> Option<String> {
        self.measured(clean_line(self.text()?), bounds)
    }

    /// Markdown.
    pub(super) fn block(&self, bounds: Bounds) -> Option<String> {
        self.measured(clean_block(self.text()?), bounds)
    }

    /// A line of a form that a function knows; `wanted` names the form.
    pub(super) fn formed(&self, is: impl Fn(&str) -> bool, wanted: &str) -> Option<String> {
        let text = self.text()?;
        if is(text) {
            return Some(text.to_owned());
        }
        self.refuse("bad-format", format!("must be {wanted}, found {}", self.shown()))
    }

    /// An entry of a closed vocabulary.
    pub(super) fn choice<T: Closed>(&self) -> Option<T> {
        self.known(T::from_id)
    }

    /// A text that stands for something known.
    pub(super) fn known<T>(&self, find: impl Fn(&str) -> Option<T>) -> Option<T> {
        let found = find(self.text()?);
        found.or_else(|| self.refuse("unknown-value", format!("{} is not known", self.shown())))
    }

    /// A whole number between two, both included; `3.0` is whole, as JSON Schema has it.
    pub(super) fn whole<T: TryFrom<i128>>(&self, min: i128, max: i128) -> Option<T> {
        let Value::Number(number) = self.value else { return self.wrong_type("a whole number") };
        let float = number.as_f64().filter(|float| float.fract() == 0.0);
        let exact = number.as_i64().map(i128::from).or(number.as_u64().map(i128::from));
        // Beyond 64 bits a float saturates, which is out of every range we have.
        let Some(value) = exact.or(float.map(|float| float as i128)) else {
            return self.refuse("wrong-type", format!("must be whole, found {}", self.shown()));
        };
        let within = (min..=max).contains(&value).then(|| T::try_from(value).ok()).flatten();
        within.or_else(|| {
            self.refuse("out-of-range", format!("from {min} to {max}, found {}", self.shown()))
        })
    }

    /// Degrees either side of zero, to nine decimals (a tenth of a millimetre on the ground):
    /// a longer fraction would not come back the same from every JSON reader.
    pub(super) fn degrees(&self, most: f64) -> Option<f64> {
        let Some(value) = self.value.as_f64() else { return self.wrong_type("a number") };
        if value.is_nan() || value.abs() > most {
            let message = format!("from -{most} to {most}, found {}", self.shown());
            return self.refuse("out-of-range", message);
        }
        Some((value * 1e9).round() / 1e9)
    }

    /// An address that a browser may be sent to: http or https, a host, nobody's password.
    pub(super) fn url(&self, bounds: Bounds) -> Option<String> {
        let text = self.text()?;
        if !is_web_url(text) {
            let message = format!("must be an http or https address, found {}", self.shown());
            return self.refuse("bad-url", message);
        }
        self.measured(clean_line(text), bounds)
    }
}

/// Whether a text is an http(s) URL with a host and without user, blanks or controls.
pub(super) fn is_web_url(text: &str) -> bool {
    let clean = |c: char| !c.is_control() && !c.is_whitespace() && !turns_direction(c);
    (text.starts_with("http://") || text.starts_with("https://"))
        && text.chars().all(clean)
        && url::Url::parse(text).is_ok_and(|url| {
            url.has_host() && url.username().is_empty() && url.password().is_none()
        })
}

/// Whether a text starts as a URL does, with a scheme or with two slashes.
pub(super) fn has_scheme(text: &str) -> bool {
    let scheme = text.split(['/', '?', '#']).next().unwrap_or_default();
    text.starts_with("//") || text.starts_with('\\') || scheme.contains(':')
}
