//! What several test binaries share: the sample corpora and a generator of valid cases.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod db;

use kontor::domain::case_study::{
    Actor, Award, CaseStudy, City, Contact, Direction, Editorial, Focus, Funding, Image, Indicator,
    Link, Period, Sections, Translation, TranslationKind, bounds, bounds::Bounds,
};
use kontor::domain::vocabulary::{
    ActorKind, ActorRole, Closed, ContactRole, CostBand, EditorialState, FundingSource, Language,
    Licence, LinkKind, PopulationClass, Scale, SectionId, Status, TargetCode, TopicId, targets,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::Value;

/// The records of a JSON Lines text, split at `\n` only: a text may hold U+2028.
pub fn records(lines: &str) -> Vec<Value> {
    let lines = lines.split('\n').filter(|line| !line.trim().is_empty());
    lines.map(|line| serde_json::from_str(line).expect("a fixture is JSON")).collect()
}

/// `tests/data/cases.jsonl`
pub fn sample_records() -> Vec<Value> {
    records(include_str!("../data/cases.jsonl"))
}

/// `tests/data/cases-extreme.jsonl`
pub fn extreme_records() -> Vec<Value> {
    records(include_str!("../data/cases-extreme.jsonl"))
}

/// `tests/data/cases-invalid.jsonl`: `expect_error` and the `case`.
pub fn invalid_records() -> Vec<Value> {
    records(include_str!("../data/cases-invalid.jsonl"))
}

/// Characters in NFC of which none composes with another, from the scripts people will write.
fn script() -> impl Strategy<Value = &'static [char]> {
    const LATIN: &[char] = &[
        'a', 'e', 'Z', 'é', 'ø', 'ß', 'Ł', 'ı', 'İ', 'ș', '7', '-', '\'', '"', '<', '&', '=', '@',
        '\\', '½', 'ﬁ', '\u{A0}', '…',
    ];
    const CJK: &[char] =
        &['路', '面', '電', '車', 'バ', 'ス', 'ー', '。', '태', '양', '광', '𠮷', 'Ａ'];
    const RTL: &[char] = &['ح', 'د', 'ي', 'ق', 'ة', 'ـ', 'َ', '\u{200F}', 'ש', '٣'];
    const OTHER: &[char] = &[
        'Ж', 'й', 'Σ', 'ς', 'ά', 'ह', 'ि', 'ไ', '👩', '\u{200D}', '🏽', '🔬', '🏙', '\u{FE0F}',
        '\u{2028}',
    ];
    select(&[LATIN, CJK, RTL, OTHER, LATIN][..])
}

/// A text of one line, often as short or as long as the bounds let it be.
fn line(bounds: Bounds) -> BoxedStrategy<String> {
    text(bounds, ' ')
}

fn text(bounds: Bounds, between: char) -> BoxedStrategy<String> {
    let Bounds { min, max } = bounds;
    let usual = max.min(min + 40);
    let length = prop_oneof![8 => min..=usual, 1 => Just(min), 1 => Just(max)];
    (length, script(), vec(any::<prop::sample::Index>(), 1..24))
        .prop_map(move |(length, script, picks)| {
            let picked = |at: usize| match at % 9 {
                8 if at + 1 < length => between,
                _ => *picks[at % picks.len()].get(script),
            };
            // The first is a letter: a text of blanks is refused.
            (0..length).map(|at| if at == 0 { 'x' } else { picked(at) }).collect()
        })
        .boxed()
}

fn block() -> BoxedStrategy<String> {
    prop_oneof![
        text(bounds::SECTION, ' '),
        text(bounds::SECTION, '\n'),
        text(bounds::SECTION, '\t')
    ]
    .boxed()
}

fn slug() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z0-9]{1,20}(-[a-z0-9]{1,20}){1,4}", 1 => "[a-z0-9]{120}", 1 => "[0-9]{3}"]
}

fn url(bounds: Bounds) -> BoxedStrategy<String> {
    let path = prop_oneof!["[a-z0-9/._~-]{0,40}", "é[?]q=路&x=%20#a"];
    ("https?", "[a-z]{1,10}[.]example", path)
        .prop_map(move |(scheme, host, path)| {
            let url = format!("{scheme}://{host}/{path}");
            url.chars().take(bounds.max).collect()
        })
        .boxed()
}

fn date() -> impl Strategy<Value = String> {
    let day = (1900_u16..2100, 1_u8..=12, 1_u8..=28);
    (day, 0..3).prop_map(|((year, month, day), precision)| match precision {
        0 => format!("{year}"),
        1 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    })
}

fn entry<T: Closed + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn degrees(most: f64) -> BoxedStrategy<f64> {
    let nano = (-most * 1e9) as i64..=(most * 1e9) as i64;
    prop_oneof![8 => nano.prop_map(|n| n as f64 / 1e9), 1 => Just(most), 1 => Just(-most), 1 => Just(0.0)].boxed()
}

fn city() -> impl Strategy<Value = City> {
    let name = || line(bounds::CITY_NAME);
    let names = (name(), option::of(name()), option::of(name()), "[A-Z]{2}");
    let place = (option::of(line(bounds::REGION)), degrees(bounds::LAT), degrees(bounds::LON));
    let size = (option::of(1_u64..), option::of(any::<u64>()), option::of(entry()));
    (names, place, size).prop_map(|(names, place, size)| {
        let (name, name_local, name_en, country) = names;
        let (region, lat, lon) = place;
        let (geonameid, population, class) = size;
        let population_class: Option<PopulationClass> = class;
        City {
            name,
            name_local,
            name_en,
            country,
            region,
            lat,
            lon,
            geonameid,
            population,
            population_class,
        }
    })
}

fn sections(with_solution: bool) -> impl Strategy<Value = Sections> {
    (subsequence(SectionId::ALL, 0..4), vec(block(), SectionId::ALL.len())).prop_map(
        move |(chosen, texts)| {
            let wanted = |id: &SectionId| {
                chosen.contains(id) || (with_solution && *id == SectionId::Solution)
            };
            let sections = SectionId::ALL.iter().copied().zip(texts);
            Sections(sections.filter(|(id, _)| wanted(id)).collect())
        },
    )
}

fn translation() -> impl Strategy<Value = Translation> {
    let kind = select(&[TranslationKind::Human, TranslationKind::Machine][..]);
    let texts = (line(bounds::TITLE), line(bounds::TRANSLATED_SUMMARY));
    (texts, kind, option::of(sections(false))).prop_map(|((title, summary), kind, sections)| {
        Translation { title, summary, kind, sections }
    })
}

fn actor() -> impl Strategy<Value = Actor> {
    (line(bounds::ACTOR_NAME), entry(), entry(), option::of(url(bounds::ACTOR_URL))).prop_map(
        |(name, kind, role, url): (_, ActorKind, ActorRole, _)| Actor { name, kind, role, url },
    )
}

fn funding() -> impl Strategy<Value = Funding> {
    let amounts = (option::of(any::<u64>()), option::of(any::<u64>()));
    let sources = subsequence(FundingSource::ALL, 0..=FundingSource::ALL.len()).prop_shuffle();
    let note = option::of(line(bounds::FUNDING_NOTE));
    (sources, option::of(entry()), amounts, "[A-Z]{3}", any::<bool>(), note).prop_map(
        |(sources, band, (a, b), currency, kept, note)| {
            let cost_band: Option<CostBand> = band;
            let (amount_min, amount_max) = match (a, b) {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                other => other,
            };
            let currency = (kept || a.is_some() || b.is_some()).then_some(currency);
            Funding { sources, cost_band, amount_min, amount_max, currency, note }
        },
    )
}

fn indicator() -> impl Strategy<Value = Indicator> {
    let unit = option::of(line(bounds::INDICATOR_UNIT));
    (line(bounds::INDICATOR_LABEL), line(bounds::INDICATOR_VALUE), unit, option::of(any::<i64>()))
        .prop_map(|(label, value, unit, year)| Indicator { label, value, unit, year })
}

fn award() -> impl Strategy<Value = Award> {
    let category = option::of(line(bounds::AWARD_CATEGORY));
    (line(bounds::AWARD_NAME), category, option::of(1950_i64..=2100))
        .prop_map(|(name, category, year)| Award { name, category, year })
}

fn link() -> impl Strategy<Value = Link> {
    (url(bounds::LINK_URL), line(bounds::LINK_LABEL), entry())
        .prop_map(|(url, label, kind): (_, _, LinkKind)| Link { url, label, kind })
}

fn image() -> impl Strategy<Value = Image> {
    let file = prop_oneof![url(bounds::IMAGE_FILE), "[a-z]{1,9}/[a-zé]{1,9}[.]jpg"];
    let texts = (option::of(line(bounds::IMAGE_CAPTION)), option::of(line(bounds::IMAGE_CREDIT)));
    let alt = line(bounds::IMAGE_ALT);
    let focus = option::of(proptest::sample::select(Focus::ALL.to_vec()));
    (option::of(file), option::of(any::<i64>()), alt, texts, (option::of(entry()), focus)).prop_map(
        |(file, placeholder_seed, alt, (caption, credit), (licence, focus))| Image {
            file,
            placeholder_seed,
            alt,
            caption,
            credit,
            licence,
            focus,
        },
    )
}

fn contact() -> impl Strategy<Value = Contact> {
    let email = "[a-z]{1,20}@[a-z]{1,20}[.]example";
    let citymaker = line(bounds::CONTACT_CITYMAKER);
    let label = option::of(line(bounds::CONTACT_LABEL));
    (entry(), option::of(citymaker), option::of(email), label).prop_map(
        |(role, citymaker, email, label): (ContactRole, _, _, _)| Contact {
            role,
            citymaker,
            email,
            label,
        },
    )
}

fn editorial() -> impl Strategy<Value = Editorial> {
    // 1970 to 2200, whole seconds and milliseconds.
    let time =
        || prop_oneof![0_i64..7_258_118_400_000, (0_i64..7_258_118_400).prop_map(|s| s * 1000)];
    let reviewed = option::of("20[0-9]{2}-0[1-9]-[012][1-8]");
    (entry(), option::of(time()), option::of(time()), option::of(1_i64..), reviewed).prop_map(
        |(state, a, b, revision, last_reviewed)| {
            let state: EditorialState = state;
            let (published, updated) = match (a, b) {
                (Some(a), Some(b)) => (Some(a.min(b)), Some(a.max(b))),
                other => other,
            };
            Editorial { state, published, updated, revision, last_reviewed }
        },
    )
}

fn period(status: Status) -> impl Strategy<Value = Period> {
    let ended = matches!(status, Status::Completed | Status::Discontinued);
    (date(), date(), any::<bool>()).prop_map(move |(a, b, open)| {
        let (start, end) = if a <= b { (a, b) } else { (b, a) };
        Period { start, end: (ended || !open).then_some(end) }
    })
}

/// Goals in any order, and targets of theirs.
fn goals() -> impl Strategy<Value = (Vec<u8>, Vec<TargetCode>)> {
    let goals = subsequence((1..=17).collect::<Vec<u8>>(), 1..=17).prop_shuffle();
    let all: Vec<TargetCode> =
        targets().iter().filter_map(|target| TargetCode::from_id(&target.code)).collect();
    (goals, subsequence(all, 0..=20).prop_shuffle()).prop_map(|(goals, targets)| {
        let targets = targets.into_iter().filter(|t| goals.contains(&t.goal())).collect();
        (goals, targets)
    })
}

fn translations(original: Language) -> impl Strategy<Value = Vec<(Language, Translation)>> {
    let others: Vec<Language> =
        Language::ALL.iter().copied().filter(|language| *language != original).collect();
    (subsequence(others, 0..3).prop_shuffle(), vec(translation(), 2))
        .prop_map(|(languages, texts)| languages.into_iter().zip(texts).collect())
}

/// Any case study the schema and the rules beside it let pass, in any state and licence.
pub fn arbitrary_case() -> impl Strategy<Value = CaseStudy> {
    (entry::<Language>(), entry::<Status>()).prop_flat_map(|(language, status)| {
        let names = (slug(), slug(), option::of(any::<bool>()));
        let subtitle = option::of(line(bounds::SUBTITLE));
        let texts = (line(bounds::TITLE), subtitle, line(bounds::SUMMARY), sections(true));
        let direction = option::of(select(&[Direction::Ltr, Direction::Rtl][..]));
        let all_topics: Vec<TopicId> = TopicId::all().collect();
        let filed = (
            option::of(entry::<Scale>()),
            subsequence(all_topics, 1..=8).prop_shuffle(),
            goals(),
            period(status),
        );
        let told = (
            vec(city(), 1..4),
            vec(actor(), 1..4),
            option::of(funding()),
            vec(indicator(), 0..3),
            vec(award(), 0..3),
            vec(link(), 0..3),
            vec(image(), 0..3),
            vec(contact(), 0..3),
        );
        let related = prop_oneof![slug(), url(bounds::RELATED_ID)];
        let origin = (
            entry::<Licence>(),
            prop_oneof![
                slug().prop_map(|slug| slug[..slug.len().min(60)].trim_end_matches('-').to_owned()),
                line(bounds::SOURCE_NETWORK)
            ],
            option::of(url(bounds::SOURCE_URL)),
            option::of(line(bounds::SUBMITTED_BY)),
            vec(related, 0..3),
            editorial(),
        );
        (names, texts, direction, translations(language), filed, told, origin).prop_map(
            move |(names, texts, text_direction, translations, filed, told, origin)| {
                let (id, slug, demo) = names;
                let (title, subtitle, summary, sections) = texts;
                let (scale, topics, (sdgs, sdg_targets), period) = filed;
                let (cities, actors, funding, indicators, awards, links, images, contacts) = told;
                let (licence, source_network, source_url, submitted_by, mut related, editorial) =
                    origin;
                related.retain(|related| *related != id);
                CaseStudy {
                    id,
                    slug,
                    demo,
                    title,
                    subtitle,
                    summary,
                    language,
                    text_direction,
                    translations,
                    cities,
                    sections,
                    period,
                    status,
                    scale,
                    topics,
                    sdgs,
                    sdg_targets,
                    actors,
                    funding,
                    indicators,
                    awards,
                    links,
                    images,
                    contacts,
                    licence,
                    source_network,
                    source_url,
                    submitted_by,
                    related,
                    editorial,
                }
            },
        )
    })
}
