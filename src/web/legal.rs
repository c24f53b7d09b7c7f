//! The texts of imprint, privacy, terms and accessibility statement that stand where a network has
//! none of its own, with what is known of the instance put in.

use crate::{config::Network, i18n::Locale};

use super::layout::Site;

/// The pages that every site has, at `/NAME`.
const NAMES: [&str; 4] = ["imprint", "privacy", "terms", "accessibility"];

macro_rules! files {
    ($tag:literal) => {
        [
            include_str!(concat!("../../assets/legal/", $tag, "/imprint.md")),
            include_str!(concat!("../../assets/legal/", $tag, "/privacy.md")),
            include_str!(concat!("../../assets/legal/", $tag, "/terms.md")),
            include_str!(concat!("../../assets/legal/", $tag, "/accessibility.md")),
        ]
    };
}

/// In the order of [`NAMES`], by language; the first stands for those that are missing.
const TEXTS: &[(Locale, [&str; 4])] = &[
    (Locale::En, files!("en")),
    (Locale::De, files!("de")),
    (Locale::Es, files!("es")),
    (Locale::Fr, files!("fr")),
    (Locale::Pt, files!("pt")),
    (Locale::Ar, files!("ar")),
    (Locale::Ja, files!("ja")),
    (Locale::Ko, files!("ko")),
    (Locale::Zh, files!("zh")),
];

/// One of the texts, and the language it is in.
pub struct Text {
    pub locale: Locale,
    pub markdown: String,
}

pub fn is_one(name: &str) -> bool {
    NAMES.contains(&name)
}

/// The text of one of the pages; None when it is none of them.
pub fn text(name: &str, wanted: Locale, site: &Site, network: &Network) -> Option<Text> {
    let place = NAMES.iter().position(|known| *known == name)?;
    let (locale, texts) =
        TEXTS.iter().find(|(locale, _)| *locale == wanted).unwrap_or(TEXTS.first()?);
    let website = match network.website.trim() {
        "" => site.origin.as_str(),
        website => website,
    };
    let known = [
        ("{network}", site.name.as_str()),
        ("{short}", &site.short_name),
        ("{description}", network.description.trim()),
        ("{website}", website),
        ("{origin}", &site.origin),
        ("{host}", &site.host),
        ("{handle}", &site.handle),
        ("{source}", &site.source),
        ("{version}", site.version),
    ];
    let mut markdown = texts[place].to_owned();
    for (slot, value) in known {
        markdown = markdown.replace(slot, value);
    }
    Some(Text { locale: *locale, markdown })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_leaves_a_slot_open() {
        let site = Site {
            name: "Alliance".into(),
            short_name: "Alliance".into(),
            slug: "alliance".into(),
            host: "cases.example".into(),
            origin: "https://cases.example".into(),
            handle: "alliance@cases.example".into(),
            accent: None,
            logo: None,
            version: "1",
            source: "https://source.example".into(),
        };
        for name in NAMES {
            for locale in Locale::ALL {
                let text = text(name, locale, &site, &Network::default()).unwrap().markdown;
                assert!(!text.contains(['{', '}']), "{name} in {locale:?}");
                assert!(!text.starts_with("# "), "{name}: the page has its title already");
            }
        }
        assert!(text("about", Locale::En, &site, &Network::default()).is_none());
    }
}
