//! The interface's languages: Fluent texts, the reader's choice among them, and what falls back to English.

mod choose;
mod format;
mod speech;

pub use format::iso_day;
pub use speech::{Speakable, Speech};

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// A language the interface speaks. The language of a case is another matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Locale {
    En,
    De,
    Es,
    Fr,
    Pt,
    Ar,
    Ja,
    Ko,
    /// In simplified characters.
    Zh,
}

impl Locale {
    /// In the order in which a reader is offered them.
    pub const ALL: [Locale; 9] = [
        Locale::En,
        Locale::De,
        Locale::Es,
        Locale::Fr,
        Locale::Pt,
        Locale::Ar,
        Locale::Ja,
        Locale::Ko,
        Locale::Zh,
    ];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Locale::En => "en",
            Locale::De => "de",
            Locale::Es => "es",
            Locale::Fr => "fr",
            Locale::Pt => "pt",
            Locale::Ar => "ar",
            Locale::Ja => "ja",
            Locale::Ko => "ko",
            Locale::Zh => "zh",
        }
    }

    /// The language's name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Locale::En => "English",
            Locale::De => "Deutsch",
            Locale::Es => "Español",
            Locale::Fr => "Français",
            Locale::Pt => "Português",
            Locale::Ar => "العربية",
            Locale::Ja => "日本語",
            Locale::Ko => "한국어",
            Locale::Zh => "简体中文",
        }
    }

    /// Which way its pages run: the value of HTML's `dir`, `ltr` or `rtl`.
    pub fn dir(self) -> &'static str {
        match self {
            Locale::Ar => "rtl",
            _ => "ltr",
        }
    }

    /// The locale for a tag such as `pt` or `pt-BR`; None when the interface does not speak it. Only
    /// the language counts: who asks for traditional Chinese reads simplified sooner than English.
    pub fn from_tag(tag: &str) -> Option<Locale> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Locale::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(primary))
    }

    fn sources(self) -> [&'static str; 18] {
        macro_rules! files {
            ($tag:literal) => {
                [
                    include_str!(concat!("../locales/", $tag, "/pages.ftl")),
                    include_str!(concat!("../locales/", $tag, "/find.ftl")),
                    include_str!(concat!("../locales/", $tag, "/site.ftl")),
                    include_str!(concat!("../locales/", $tag, "/story.ftl")),
                    include_str!(concat!("../locales/", $tag, "/doors.ftl")),
                    include_str!(concat!("../locales/", $tag, "/data.ftl")),
                    include_str!(concat!("../locales/", $tag, "/account.ftl")),
                    include_str!(concat!("../locales/", $tag, "/identity.ftl")),
                    include_str!(concat!("../locales/", $tag, "/contact.ftl")),
                    include_str!(concat!("../locales/", $tag, "/desk.ftl")),
                    include_str!(concat!("../locales/", $tag, "/writing.ftl")),
                    include_str!(concat!("../locales/", $tag, "/alerts.ftl")),
                    include_str!(concat!("../locales/", $tag, "/imports.ftl")),
                    include_str!(concat!("../locales/", $tag, "/media.ftl")),
                    include_str!(concat!("../locales/", $tag, "/vocabulary.ftl")),
                    include_str!(concat!("../locales/", $tag, "/topics.ftl")),
                    include_str!(concat!("../locales/", $tag, "/targets.ftl")),
                    include_str!(concat!("../locales/", $tag, "/countries.ftl")),
                ]
            };
        }
        match self {
            Locale::En => files!("en"),
            Locale::De => files!("de"),
            Locale::Es => files!("es"),
            Locale::Fr => files!("fr"),
            Locale::Pt => files!("pt"),
            Locale::Ar => files!("ar"),
            Locale::Ja => files!("ja"),
            Locale::Ko => files!("ko"),
            Locale::Zh => files!("zh"),
        }
    }
}

/// All texts of the interface, parsed once when the server starts.
pub struct Texts {
    bundles: Vec<(Locale, FluentBundle<FluentResource>)>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

impl Default for Texts {
    fn default() -> Texts {
        Texts::embedded()
    }
}

impl Texts {
    /// The texts built into the program.
    pub fn embedded() -> Texts {
        Texts { bundles: Locale::ALL.into_iter().map(|locale| (locale, bundle(locale))).collect() }
    }

    /// One message in `locale`, or in English where that locale lacks it. A key that even English
    /// lacks is shown as `⟦key⟧`, which tests look for.
    pub fn get<'a>(
        &'a self,
        locale: Locale,
        key: &'a str,
        args: Option<&'a FluentArgs<'a>>,
    ) -> Cow<'a, str> {
        [locale, Locale::En]
            .into_iter()
            .find_map(|candidate| self.find(candidate, key, args))
            .unwrap_or_else(|| {
                tracing::error!(text.key = key, "no such text");
                Cow::Owned(format!("⟦{key}⟧"))
            })
    }

    /// Whether `locale` itself, without falling back, has a message of this key.
    pub fn has(&self, locale: Locale, key: &str) -> bool {
        self.bundle(locale).has_message(key)
    }

    fn find<'a>(
        &'a self,
        locale: Locale,
        key: &'a str,
        args: Option<&'a FluentArgs<'a>>,
    ) -> Option<Cow<'a, str>> {
        let bundle = self.bundle(locale);
        let pattern = bundle.get_message(key)?.value()?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        if !errors.is_empty() {
            tracing::error!(text.key = key, text.locale = locale.tag(), ?errors, "text needs more");
        }
        Some(text)
    }

    fn bundle(&self, locale: Locale) -> &FluentBundle<FluentResource> {
        let found = self.bundles.iter().find(|(known, _)| *known == locale);
        &found.expect("every locale has its bundle").1
    }
}

fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = locale.tag().parse().expect("our own tags are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // We isolate only what needs it (`Speech` for text), so that "40 cases" stays plain text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(format::formatter(locale)));
    for source in locale.sources() {
        let resource = FluentResource::try_new(source.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("{} texts: {errors:?}", locale.tag()));
        bundle
            .add_resource(resource)
            .unwrap_or_else(|errors| panic!("{} texts: {errors:?}", locale.tag()));
    }
    bundle
}
