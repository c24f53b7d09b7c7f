//! The texts: every language has every message, and every message that is asked for exists.

use std::{collections::BTreeSet, fs, path::Path};

use kontor::{
    domain::vocabulary::{
        ActorKind, ActorRole, CitymakerRole, ContactRole, CostBand, FundingSource, Language,
        Licence, LinkKind, PopulationClass, Scale, SectionId, Status, targets, topics,
    },
    i18n::{Locale, Texts},
};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn keys(locale: Locale) -> BTreeSet<String> {
    let folder = root().join("locales").join(locale.tag());
    let mut keys = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for line in text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            let key = line.split(" =").next().unwrap().to_owned();
            assert!(keys.insert(key), "{} says {line} twice", locale.tag());
        }
    }
    keys
}

#[test]
fn every_language_has_exactly_the_messages_of_english() {
    let english = keys(Locale::En);
    for locale in Locale::ALL {
        let own = keys(locale);
        let missing: Vec<_> = english.difference(&own).collect();
        let surplus: Vec<_> = own.difference(&english).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{locale:?}: {missing:?} {surplus:?}");
    }
}

fn sources() -> Vec<String> {
    let mut folders = ["templates", "src/web", "src/app", "src/api", "src/opendata", "src/formats"]
        .map(|name| root().join(name))
        .to_vec();
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else {
                texts.push(fs::read_to_string(path).unwrap())
            }
        }
    }
    texts
}

/// Quoted words right after one of our calls, and quoted keys that code hands on.
fn asked_for(known: &BTreeSet<String>) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut asked, mut mentioned) = (BTreeSet::new(), BTreeSet::new());
    for text in sources() {
        for call in [".say(", ".say1(", ".say2(", ".say3(", ".count(", ".around(", ".around2("] {
            for rest in text.split(call).skip(1) {
                if let Some(quoted) = rest.trim_start().strip_prefix('"') {
                    asked.insert(quoted.split('"').next().unwrap().to_owned());
                }
            }
        }
        mentioned.extend(text.split('"').filter(|word| known.contains(*word)).map(str::to_owned));
    }
    (asked, mentioned)
}

#[test]
fn every_message_that_a_page_asks_for_exists_and_none_is_left_unused() {
    let known = keys(Locale::En);
    let (asked, mentioned) = asked_for(&known);
    // Linked data says properties, with a colon in their names.
    let missing: Vec<_> = asked.difference(&known).filter(|key| !key.contains(':')).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let by_id = [
        "month-",
        "amount-",
        "date-",
        "country-",
        "topic-",
        "target-",
        "status-",
        "scale-",
        "kind-",
        "role-",
        "funding-",
        "cost-",
        "size-",
        "section-",
        "state-",
        "step-",
        "part-",
        "help-",
        "picture-focus-",
        "lack-",
        "imports-",
        "column-",
        "note-",
        "comment-state-",
        "comment-make-",
        "field-",
        "link-",
        "contact-",
        "account-role-",
        "mail-state-",
        "correct-about-",
        "citymaker-",
        "licence-",
        "language-",
        "region-",
        "goal-what-",
        "net-kind-",
        "net-join-",
        "net-metric-",
        "net-tie-",
        "net-flag-",
        "net-here-",
    ];
    let unused: Vec<_> = known
        .difference(&mentioned)
        .filter(|key| !by_id.iter().any(|prefix| key.starts_with(prefix)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_word_of_every_vocabulary_has_its_message() {
    let texts = Texts::embedded();
    let mut wanted: Vec<String> = Vec::new();
    macro_rules! vocabulary {
        ($($prefix:literal $type:ident),+) => {$(
            wanted.extend($type::ALL.iter().map(|word| format!("{}-{}", $prefix, word.id().replace('.', "-"))));
        )+};
    }
    vocabulary!(
        "status" Status, "scale" Scale, "kind" ActorKind, "role" ActorRole, "funding" FundingSource,
        "cost" CostBand, "size" PopulationClass, "section" SectionId, "link" LinkKind,
        "contact" ContactRole, "citymaker" CitymakerRole, "licence" Licence, "language" Language
    );
    for topic in topics() {
        wanted.push(format!("topic-{}", topic.id));
        wanted.extend(topic.subtopics.iter().map(|topic| format!("topic-{}", topic.id)));
        let said = texts.get(Locale::En, &format!("topic-{}", topic.id), None).into_owned();
        assert_eq!(said, topic.label("en"), "the vocabulary and the texts agree");
    }
    for target in targets() {
        let key = format!("target-{}", target.code.replace('.', "-"));
        let said = texts.get(Locale::En, &key, None);
        assert_eq!(said, target.label, "the vocabulary and the texts agree");
        wanted.push(key.clone());
    }
    for locale in Locale::ALL {
        for key in &wanted {
            assert!(texts.has(locale, key), "{locale:?} lacks {key}");
        }
    }
}
