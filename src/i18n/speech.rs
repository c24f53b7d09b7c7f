//! What one reader gets: texts in their language, with their choice carried along in links.

use std::{
    borrow::{Borrow, Cow},
    sync::Arc,
};

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Locale, Texts, choose, format};

/// The texts as one reader gets them: in their language, with their choice carried along in links.
#[derive(Clone, Debug)]
pub struct Speech {
    texts: Arc<Texts>,
    pub locale: Locale,
    /// The reader chose by `?lang=`, so links within the site repeat it; there is no cookie.
    pub chosen: bool,
}

impl Speech {
    pub fn new(texts: Arc<Texts>, locale: Locale) -> Speech {
        Speech { texts, locale, chosen: false }
    }

    /// By the `lang` of a query string if it names one of ours, else by `Accept-Language`, else English.
    pub fn choose(texts: Arc<Texts>, query: Option<&str>, accept: Option<&str>) -> Speech {
        let chosen = choose::from_query(query.unwrap_or_default());
        let locale = chosen
            .or_else(|| choose::from_accept_language(accept.unwrap_or_default()))
            .unwrap_or(Locale::En);
        Speech { texts, locale, chosen: chosen.is_some() }
    }

    pub fn tag(&self) -> &'static str {
        self.locale.tag()
    }

    /// Which way the page runs: the value of HTML's `dir`.
    pub fn dir(&self) -> &'static str {
        self.locale.dir()
    }

    pub fn say<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.texts.get(self.locale, key, None)
    }

    /// A message with one argument.
    pub fn say1<'a>(&'a self, key: &'a str, name: &str, value: impl Speakable) -> String {
        self.say_with(key, [(name, self.isolated(value.speak()))])
    }

    /// A message with two arguments.
    pub fn say2(
        &self,
        key: &str,
        first: &str,
        value: impl Speakable,
        second: &str,
        other: impl Speakable,
    ) -> String {
        let (value, other) = (self.isolated(value.speak()), self.isolated(other.speak()));
        self.say_with(key, [(first, value), (second, other)])
    }

    /// A message with three arguments.
    pub fn say3(
        &self,
        key: &str,
        first: (&str, &str),
        second: (&str, &str),
        third: (&str, &str),
    ) -> String {
        let value = |(name, value): (_, &str)| (name, self.isolated(value.speak()));
        self.say_with(key, [first, second, third].map(value))
    }

    /// A message that speaks of `$n` things.
    pub fn count(&self, key: &str, n: impl Borrow<i64>) -> String {
        self.say1(key, "n", *n.borrow())
    }

    /// The two halves of a message around the argument `name`, so that a template can put markup there.
    pub fn around(&self, key: &str, name: &str) -> (String, String) {
        self.around2(key, name, &[])
    }

    /// The same for a message with further arguments.
    pub fn around2(&self, key: &str, name: &str, others: &[(&str, String)]) -> (String, String) {
        let mut given = FluentArgs::with_capacity(others.len() + 1);
        given.set(name.to_owned(), FluentValue::from(SLOT));
        for (other, value) in others {
            given.set((*other).to_owned(), self.isolated(value.speak()));
        }
        let whole = self.texts.get(self.locale, key, Some(&given)).into_owned();
        let (before, after) = whole.split_once(SLOT).unwrap_or((whole.as_str(), ""));
        (before.to_owned(), after.to_owned())
    }

    /// A word of a closed vocabulary: `term("status", "ongoing")` is the message `status-ongoing`.
    pub fn term(&self, vocabulary: &str, id: &str) -> String {
        let key = format!("{vocabulary}-{}", id.replace('.', "-"));
        self.texts.get(self.locale, &key, None).into_owned()
    }

    /// Like [`Speech::term`], for ids that may be unknown here: None when no locale knows them.
    pub fn known_term(&self, vocabulary: &str, id: &str) -> Option<String> {
        let key = format!("{vocabulary}-{id}");
        let known = self.texts.has(self.locale, &key) || self.texts.has(Locale::En, &key);
        known.then(|| self.texts.get(self.locale, &key, None).into_owned())
    }

    /// In a sentence that runs right to left any text from elsewhere may be the stranger: a title's
    /// closing bracket would jump to its other end.
    fn isolated(&self, value: FluentValue<'static>) -> FluentValue<'static> {
        match value {
            FluentValue::String(text) if self.dir() == "rtl" && !text.starts_with(ISOLATE) => {
                FluentValue::from(format!("{ISOLATE}{text}{RELEASE}"))
            }
            other => other,
        }
    }

    /// What stands between the parts of a list or of a place: `, `, `、`, `، `.
    pub fn comma(&self) -> &'static str {
        match self.locale {
            Locale::Ar => "، ",
            Locale::Ja | Locale::Zh => "、",
            _ => ", ",
        }
    }

    /// Several names in a row, with what separates them in this language: `a, b`, `a、b`, `a، b`.
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        let isolate = |name: &S| match self.isolated(name.as_ref().speak()) {
            FluentValue::String(text) => text.into_owned(),
            _ => name.as_ref().to_owned(),
        };
        names.iter().map(isolate).collect::<Vec<_>>().join(self.comma())
    }

    pub(super) fn say_with<const N: usize>(
        &self,
        key: &str,
        args: [(&str, FluentValue<'_>); N],
    ) -> String {
        let mut given = FluentArgs::with_capacity(N);
        for (name, value) in args {
            given.set(name.to_owned(), format::countable(value, self.locale));
        }
        self.texts.get(self.locale, key, Some(&given)).into_owned()
    }

    /// An address within the site, with the chosen language carried along.
    pub fn link(&self, address: &str) -> String {
        if self.chosen { choose::with_lang(address, self.locale) } else { address.to_owned() }
    }

    /// The same address in the language that a browser asks for.
    pub fn link_in_any(&self, address: &str) -> String {
        choose::without_lang(address)
    }

    /// The same address in another language of the interface.
    pub fn link_in(&self, address: &str, locale: &Locale) -> String {
        choose::with_lang(address, *locale)
    }
}

/// Stands for a piece of markup inside a message; private use, so no text holds it.
const SLOT: &str = "\u{f8f0}";

/// The first strong isolate and the pop that ends it (Unicode Standard Annex 9, §2.5 and §2.6).
const ISOLATE: char = '\u{2068}';
const RELEASE: char = '\u{2069}';

/// What may be said inside a message.
pub trait Speakable {
    fn speak(self) -> FluentValue<'static>;
}

impl Speakable for i64 {
    fn speak(self) -> FluentValue<'static> {
        FluentValue::from(self)
    }
}
impl Speakable for &i64 {
    fn speak(self) -> FluentValue<'static> {
        FluentValue::from(*self)
    }
}
impl Speakable for &str {
    /// Text that may run right to left, or carries direction marks of its own, is isolated: it cannot
    /// reorder the sentence around it.
    fn speak(self) -> FluentValue<'static> {
        let strange = |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
        if self.contains(strange) {
            let inner: String = self
                .chars()
                .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
                .collect();
            FluentValue::from(format!("{ISOLATE}{inner}{RELEASE}"))
        } else {
            FluentValue::from(self.to_owned())
        }
    }
}
impl Speakable for &String {
    fn speak(self) -> FluentValue<'static> {
        self.as_str().speak()
    }
}
impl Speakable for &&String {
    fn speak(self) -> FluentValue<'static> {
        self.as_str().speak()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn speech(locale: Locale) -> Speech {
        Speech::new(Arc::new(Texts::embedded()), locale)
    }

    #[test]
    fn plurals_follow_each_language() {
        assert_eq!(speech(Locale::En).count("cases-found", 1), "1 case");
        assert_eq!(speech(Locale::En).count("cases-found", 1240), "1,240 cases");
        assert_eq!(speech(Locale::De).count("cases-found", 1240), "1.240 Fallstudien");
        assert_eq!(speech(Locale::Fr).count("cases-found", 0), "0 étude de cas");
        assert_eq!(speech(Locale::Zh).count("cases-found", 1240), "1,240 个案例");
    }

    #[test]
    fn arabic_has_its_six_plurals() {
        let said = |n| speech(Locale::Ar).count("cases-found", n);
        assert_eq!(said(0), "لا توجد حالات");
        assert_eq!(said(1), "حالة واحدة");
        assert_eq!(said(2), "حالتان");
        assert_eq!(said(3), "3 حالات");
        assert_eq!(said(11), "11 حالة");
        assert_eq!(said(103), "103 حالات");
        assert_eq!(said(1240), "1,240 حالة");
        assert_eq!(said(100), "100 حالة");
        assert_eq!(said(111), "111 حالة");
        assert_eq!(said(1002), "1,002 حالة");
    }

    #[test]
    fn a_name_in_latin_letters_keeps_its_brackets_in_an_arabic_sentence() {
        let said = speech(Locale::Ar).say1("filter-remove", "filter", "Bicing (2012)");
        assert!(said.contains("\u{2068}Bicing (2012)\u{2069}"), "{said:?}");
        let english = speech(Locale::En).say1("filter-remove", "filter", "Bicing (2012)");
        assert_eq!(english, "Remove filter: Bicing (2012)");
    }

    #[test]
    fn a_list_of_names_is_written_as_the_language_writes_lists() {
        assert_eq!(speech(Locale::En).list(&["Gent", "Łódź"]), "Gent, Łódź");
        assert_eq!(speech(Locale::Ja).list(&["東京", "大阪"]), "東京、大阪");
        assert_eq!(
            speech(Locale::Ar).list(&["Gent", "عمّان"]),
            "\u{2068}Gent\u{2069}، \u{2068}عمّان\u{2069}"
        );
    }

    #[test]
    fn text_that_runs_the_other_way_cannot_reorder_a_sentence() {
        let said = speech(Locale::En).say1("case-in-language", "language", "العربية");
        assert!(said.contains("\u{2068}العربية\u{2069}"), "{said:?}");
        let tricked = speech(Locale::En).say1("case-in-language", "language", "a\u{202e}b");
        assert!(!tricked.contains('\u{202e}'), "{tricked:?}");
    }

    #[test]
    fn a_message_can_be_split_around_markup() {
        let (before, after) = speech(Locale::En).around("origin-shown", "network");
        assert!(before.ends_with(' ') && after.ends_with('.'), "{before:?} {after:?}");
    }
}
