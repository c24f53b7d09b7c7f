//! Which language a reader gets: `?lang=` first, then what their browser asks for.

use super::Locale;

/// The last `lang` of a query string that names a language of ours.
pub fn from_query(query: &str) -> Option<Locale> {
    query.split('&').rev().find_map(|pair| pair.strip_prefix("lang=")).and_then(Locale::from_tag)
}

/// The language of ours that an `Accept-Language` header (RFC 9110 §12.5.4) weighs highest; the
/// earlier one wins among equals. Only the first 20 entries count.
pub fn from_accept_language(header: &str) -> Option<Locale> {
    let mut best: Option<(Locale, u16)> = None;
    for entry in header.split(',').take(20) {
        let mut parts = entry.split(';').map(str::trim);
        let Some(locale) = parts.next().and_then(Locale::from_tag) else { continue };
        let weight = parts.find_map(|part| part.strip_prefix("q=")).map_or(1000, weight);
        if weight > 0 && best.is_none_or(|(_, most)| weight > most) {
            best = Some((locale, weight));
        }
    }
    best.map(|(locale, _)| locale)
}

fn weight(text: &str) -> u16 {
    let value: f32 = text.trim().parse().unwrap_or(0.0);
    if (0.0..=1.0).contains(&value) { (value * 1000.0) as u16 } else { 0 }
}

/// `address` with its `lang` set to `locale`; a fragment stays at the end.
pub fn with_lang(address: &str, locale: Locale) -> String {
    let (rest, fragment) = match address.split_once('#') {
        Some((rest, fragment)) => (rest, Some(fragment)),
        None => (address, None),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    let lang = format!("lang={}", locale.tag());
    let pairs: Vec<&str> = kept.chain([lang.as_str()]).collect();
    let mut address = format!("{path}?{}", pairs.join("&"));
    if let Some(fragment) = fragment {
        address.push('#');
        address.push_str(fragment);
    }
    address
}

/// `address` without its `lang`, so that the browser decides.
pub fn without_lang(address: &str) -> String {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang="));
    match kept.collect::<Vec<_>>() {
        pairs if pairs.is_empty() => path.to_owned(),
        pairs => format!("{path}?{}", pairs.join("&")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_known_language_wins() {
        assert_eq!(from_accept_language("sv, fr;q=0.4, pt-BR;q=0.9"), Some(Locale::Pt));
        assert_eq!(from_accept_language("de-AT,en;q=0.8"), Some(Locale::De));
        assert_eq!(from_accept_language("es;q=0, *"), None);
        assert_eq!(from_accept_language("\u{0};;;q=q,,"), None);
    }

    #[test]
    fn every_kind_of_a_language_of_ours_finds_it() {
        for tag in ["zh", "zh-CN", "zh-Hans", "zh-Hans-CN", "zh-TW", "zh-Hant-HK", "ZH_tw"] {
            assert_eq!(from_accept_language(&format!("{tag},en;q=0.5")), Some(Locale::Zh), "{tag}");
        }
        assert_eq!(from_accept_language("ar-EG"), Some(Locale::Ar));
        assert_eq!(from_accept_language("ko-KR, ko;q=0.9"), Some(Locale::Ko));
        assert_eq!(from_accept_language("ja-JP"), Some(Locale::Ja));
        assert_eq!(from_accept_language("arn, zhx"), None, "Mapuche is not Arabic");
        assert_eq!(from_query("lang=zh-TW"), Some(Locale::Zh));
    }

    #[test]
    fn an_address_keeps_its_query_and_fragment_when_the_language_changes() {
        assert_eq!(with_lang("/cases?q=a&lang=en#x", Locale::De), "/cases?q=a&lang=de#x");
        assert_eq!(with_lang("/", Locale::Fr), "/?lang=fr");
        assert_eq!(without_lang("/cases?q=a&lang=en&sdg=1"), "/cases?q=a&sdg=1");
        assert_eq!(without_lang("/?lang=zh"), "/");
        assert_eq!(from_query("q=lang&lang=xx"), None);
        assert_eq!(from_query("lang=es"), Some(Locale::Es));
    }
}
