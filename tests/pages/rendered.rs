//! Pages rendered from samples, without a server.

use askama::Template;
use kontor::{
    domain::{
        case_study::CaseStudy,
        search::{CaseFilter, Facet, TermKind, case_terms},
        vocabulary::Language,
    },
    i18n::Locale,
    web::{
        case,
        cases::{self, Search},
        error::Fault,
        home,
        layout::Place,
        networks,
        view::View,
    },
};

use super::{
    checks,
    samples::{awards, extremes, facets, frame, samples, shown, speech},
};

fn case_page(case: &CaseStudy, locale: Locale) -> String {
    let page = case::page(&speech(locale), frame(Place::Cases, "/cases/x"), &shown(case));
    page.render().unwrap()
}

fn cases_page(cases: &[CaseStudy], query: &str, locale: Locale) -> String {
    let filter = CaseFilter::from_query(query);
    let list: Vec<_> = cases.iter().filter(|case| filter.matches(case)).map(shown).collect();
    let total = list.len() as i64;
    let next = (total > 24).then(|| "0.1.2".to_owned());
    let list = &list[..list.len().min(24)];
    let frame = frame(Place::Cases, &format!("/cases?{query}"));
    let search = Search {
        filter: &filter,
        view: View::from_query(query),
        shown: list,
        total,
        next,
        counts: &facets(cases),
        awards: &awards(cases),
        nearest: Vec::new(),
    };
    cases::page(&speech(locale), frame, search).render().unwrap()
}

fn home_page(cases: &[CaseStudy], locale: Locale) -> String {
    let newest: Vec<_> = cases.iter().take(7).map(shown).collect();
    let total = cases.len() as i64;
    home::page(&speech(locale), frame(Place::Home, "/"), &newest, total, &facets(cases))
        .render()
        .unwrap()
}

fn network_page(cases: &[CaseStudy], slug: &str, locale: Locale) -> String {
    let t = speech(locale);
    let own: Vec<_> = cases.iter().filter(|case| case.source_network == slug).map(shown).collect();
    let view = networks::from_directory(&t, slug, own.len() as i64);
    networks::page(&t, frame(Place::Networks, "/networks/x"), view, &own).render().unwrap()
}

fn networks_page(cases: &[CaseStudy], locale: Locale) -> String {
    let t = speech(locale);
    let views = facets(cases)
        .network
        .iter()
        .map(|(slug, count)| networks::from_directory(&t, slug, *count))
        .collect();
    let asked = networks::list::asked("");
    networks::list::page(&t, frame(Place::Networks, "/networks"), views, &asked).render().unwrap()
}

fn fault_page(fault: &Fault, locale: Locale) -> String {
    let page =
        fault.page(&speech(locale), frame(Place::Elsewhere, "/nowhere"), Some("01JD".into()));
    page.render().unwrap()
}

fn gone(reason: &str) -> Fault {
    Fault::Gone { at: 1_741_346_220_000, network: "Eurocities".into(), reason: reason.into() }
}

#[test]
fn every_case_has_a_sound_page_in_every_language() {
    for case in samples().iter().chain(&extremes()) {
        for locale in Locale::ALL {
            checks::page(&format!("{} in {locale:?}", case.id), &case_page(case, locale));
        }
    }
}

#[test]
fn every_list_is_sound_in_every_language() {
    let mut all = samples();
    all.extend(extremes());
    let queries = [
        "",
        "q=water",
        "topic=mobility&sdg=11&sdg=13",
        "q=%3Cscript%3E&country=XX&network=nobody",
        "topic=cycling&city=be-gent&language=en",
        "q=nothing+at+all+like+this&after=0.1.2&sort=relevance",
        "q=%22%27%26",
        "view=table&sort=city&q=a",
        "view=map&sdg=11&target=11.5&target=6.1&year=2019&size=xl&cost=1m-10m&scale=city&award=x&region=europe",
    ];
    for locale in Locale::ALL {
        for query in queries {
            checks::page(&format!("cases?{query} in {locale:?}"), &cases_page(&all, query, locale));
        }
        for cases in [&all[..], &[]] {
            checks::page("home", &home_page(cases, locale));
            checks::page("networks", &networks_page(cases, locale));
            checks::page("network", &network_page(cases, "eurocities", locale));
        }
        for fault in [Fault::NotFound, gone("A <b>reason</b>"), gone("")] {
            checks::page("fault", &fault_page(&fault, locale));
        }
    }
}

#[test]
fn a_page_names_its_language_its_direction_and_its_siblings() {
    let cases = samples();
    for locale in Locale::ALL {
        let direction = if locale == Locale::Ar { "rtl" } else { "ltr" };
        let html = format!("<html lang=\"{}\" dir=\"{direction}\">", locale.tag());
        for page in [home_page(&cases, locale), case_page(&cases[0], locale)] {
            assert!(page.contains(&html), "{locale:?}");
            assert!(page.contains("hreflang=\"x-default\" href=\"https://"));
            for other in Locale::ALL {
                let tag = other.tag();
                assert!(page.contains(&format!("hreflang=\"{tag}\" href=\"https://")), "{tag}");
                let direction = other.dir();
                let link = format!("lang=\"{tag}\" dir=\"{direction}\" hreflang=\"{tag}\"");
                assert!(page.contains(&link), "{tag}");
                assert!(page.contains(other.own_name()), "{tag}");
            }
        }
    }
}

#[test]
fn english_text_runs_left_to_right_inside_an_arabic_page() {
    let mut case = samples().remove(0);
    (case.language, case.text_direction) = (Language::En, None);
    let html = case_page(&case, Locale::Ar);
    assert!(html.contains("<h1 lang=\"en\" dir=\"ltr\">"));
    assert!(cases_page(&[case], "", Locale::Ar).contains("<h3 lang=\"en\" dir=\"ltr\">"));
}

#[test]
fn markup_in_a_title_is_shown_and_not_obeyed() {
    for case in samples().iter().chain(&extremes()) {
        for html in
            [case_page(case, Locale::En), cases_page(std::slice::from_ref(case), "", Locale::En)]
        {
            assert!(
                !html.contains("<Waterplein>")
                    && !html.contains("<script>")
                    && !html.contains("<b>bold")
            );
        }
    }
    let waterplein =
        samples().into_iter().find(|case| case.title.contains("<Waterplein>")).unwrap();
    assert!(case_page(&waterplein, Locale::En).contains("&#60;Waterplein&#62;"));
}

#[test]
fn arabic_text_runs_right_to_left_inside_an_english_page() {
    let mut case = samples().remove(0);
    (case.language, case.text_direction) = (Language::Ar, None);
    case.title = "حديقة على السطح".into();
    let html = case_page(&case, Locale::En);
    assert!(html.contains("<html lang=\"en\" dir=\"ltr\">"));
    assert!(html.contains("<h1 lang=\"ar\" dir=\"rtl\">حديقة"));
    assert!(html.contains("<div class=\"prose\" lang=\"ar\" dir=\"rtl\">"));
    assert!(html.contains("lang=\"en\" dir=\"auto\">Challenge"));
    assert!(cases_page(&[case], "", Locale::De).contains("<h3 lang=\"ar\" dir=\"rtl\">"));
}

#[test]
fn a_mail_address_is_never_on_a_page() {
    for case in samples().iter().chain(&extremes()) {
        let html = case_page(case, Locale::En);
        for contact in case.contacts.iter().filter_map(|contact| contact.email.as_deref()) {
            assert!(!html.contains(contact), "{}", case.id);
        }
    }
}

#[test]
fn a_partners_case_says_where_it_comes_from_and_leads_search_engines_there() {
    let cases = samples();
    let partner = cases.iter().find(|case| case.source_network == "eurocities").unwrap();
    let html = case_page(partner, Locale::En);
    assert!(
        html.contains(
            "rel=\"canonical\" href=\"https://cases.eurocities.example/cases/somewhere\""
        )
    );
    assert!(html.contains("Published by <a href=\"/networks/eurocities\"><bdi>Eurocities</bdi></a> on 7 March 2025, revision 1."));
    assert!(html.contains("because this site follows <bdi>cases.eurocities.example</bdi>."));
    let own = cases.iter().find(|case| case.source_network == "metropolis").unwrap();
    let html = case_page(own, Locale::En);
    assert!(!html.contains("because this site follows"));
    assert!(html.contains(&format!(
        "rel=\"canonical\" href=\"https://cases.metropolis.example/cases/{}\"",
        own.slug
    )));
}

#[test]
fn a_reader_gets_a_foreign_case_in_their_own_language_beside_the_original() {
    let case = samples().into_iter().find(|case| case.id.contains("medellin")).unwrap();
    let english = cases_page(std::slice::from_ref(&case), "", Locale::En);
    assert!(
        english.contains("class=\"gloss\" lang=\"en\"")
            && english.contains("Metrocable de Medellín")
    );
    assert!(!cases_page(std::slice::from_ref(&case), "", Locale::Es).contains("class=\"gloss\""));
    let page = case_page(&case, Locale::En);
    assert!(page.contains("<h1 lang=\"en\" dir=\"ltr\""));
    assert!(page.contains("<a href=\"/cases/x?in=es\" hreflang=\"es\""));
    assert!(page.contains("<div class=\"prose\" lang=\"es\" dir=\"ltr\">"));
    assert!(page.contains("in the original, Spanish"));
    let chosen = frame(Place::Cases, "/cases/x?in=es");
    let original = case::page(&speech(Locale::En), chosen, &shown(&case)).render().unwrap();
    assert!(original.contains("<h1 lang=\"es\" dir=\"ltr\""));
    assert!(case_page(&case, Locale::Es).contains("<h1 lang=\"es\" dir=\"ltr\""));
}

#[test]
fn a_chosen_filter_stays_chosen_and_can_be_taken_away() {
    let html = cases_page(&samples(), "topic=cycling&country=ZZ", Locale::En);
    assert!(html.contains("name=\"topic\" value=\"cycling\" checked"));
    assert!(html.contains("name=\"country\" value=\"ZZ\" checked"));
    assert!(html.contains("class=\"chip on\" href=\"/cases?country=ZZ\""));
}

#[test]
fn every_facet_stands_beside_the_list_and_every_choice_can_be_taken_away() {
    let cases = samples();
    let html = cases_page(&cases, "", Locale::En);
    for facet in Facet::ALL.iter().filter(|facet| **facet != Facet::Target) {
        assert!(html.contains(&format!("name=\"{}\" value=\"", facet.id())), "{facet:?}");
    }
    let every: Vec<(Facet, String)> = Facet::ALL
        .iter()
        .map(|facet| (*facet, facets(&cases).of(*facet).first().unwrap().0.clone()))
        .collect();
    let chosen =
        every.iter().fold(CaseFilter::default(), |f, (facet, value)| f.with(*facet, value));
    let html = cases_page(&cases, &format!("{}&view=table&q=a", chosen.to_query()), Locale::En);
    assert_eq!(html.matches("class=\"chip on\"").count(), every.len() + 1);
    for (facet, value) in every {
        let checked = format!("name=\"{}\" value=\"{value}\" checked", facet.id());
        assert!(html.contains(&checked), "{checked}");
    }
    assert!(html.contains("<input type=\"hidden\" name=\"view\" value=\"table\">"));
}

#[test]
fn targets_are_offered_below_a_chosen_goal() {
    let html = cases_page(&samples(), "", Locale::En);
    assert!(!html.contains("name=\"target\""));
    let html = cases_page(&samples(), "sdg=11", Locale::En);
    assert!(html.contains("name=\"target\" value=\"11.") && !html.contains("value=\"6.1\""));
    let html = cases_page(&samples(), "target=6.3", Locale::En);
    assert!(html.contains("name=\"target\" value=\"6.3\" checked"));
}

#[test]
fn an_award_is_called_by_its_name_and_not_by_its_key() {
    let cases = samples();
    let award = cases.iter().find_map(|case| case.awards.first()).unwrap();
    let html = cases_page(&cases, "", Locale::En);
    assert!(html.contains(&format!("<bdi>{}</bdi>", award.name)), "{}", award.name);
}

#[test]
fn the_words_of_a_search_are_marked_where_they_were_found() {
    let cases = samples();
    let html = cases_page(&cases, "q=medellin", Locale::En);
    assert!(html.contains("<mark>Medellín</mark>"), "{html}");
    assert!(html.contains("class=\"summary excerpt\""));
    let html = cases_page(&cases, "q=%E8%B7%AF%E9%9D%A2%E9%9B%BB%E8%BB%8A", Locale::En);
    assert!(html.contains("<mark>路面電車</mark>"));
    let waterplein = cases_page(&cases, "q=waterplein", Locale::En);
    assert!(waterplein.contains("&#60;<mark>Waterplein</mark>&#62;"));
}

#[test]
fn a_table_has_a_caption_heads_and_the_order_it_is_in() {
    let html = cases_page(&samples(), "view=table&sort=year", Locale::En);
    assert!(html.contains("<caption class=\"vh\" id=\"table-caption\">"));
    assert!(html.contains("<th scope=\"col\" aria-sort=\"descending\"><a href=\"/cases?sort=year&#38;view=table\">Year of start</a></th>"));
    assert_eq!(html.matches("<th scope=\"row\"").count(), 24);
    assert!(!html.contains("<ul class=\"cards\">"));
    // Every way to go on leads to a table.
    for link in html.split("href=\"/cases?").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        let leaves = link.contains("lang=") || link == "sort=year" || link.contains("view=");
        assert!(leaves || link.is_empty(), "{link}");
    }
}

#[test]
fn a_language_chosen_in_the_address_is_carried_along() {
    let texts = std::sync::Arc::new(kontor::i18n::Texts::embedded());
    let t = kontor::i18n::Speech::choose(texts, Some("lang=pt"), Some("de"));
    let cases = samples();
    let page =
        home::page(&t, frame(Place::Home, "/?lang=pt"), &[shown(&cases[0])], 1, &facets(&cases));
    let html = page.render().unwrap();
    assert!(html.contains("href=\"/cases?lang=pt\"") && html.contains("href=\"/topics?lang=pt\""));
    assert!(html.contains("<input type=\"hidden\" name=\"lang\" value=\"pt\">"));
}

#[test]
fn every_case_of_a_topic_is_counted_at_its_door() {
    let cases = samples();
    let mobility = cases
        .iter()
        .filter(|case| case_terms(case).contains(&(TermKind::Topic, "mobility".to_owned())));
    let count = mobility.count();
    let html = home_page(&cases, Locale::En);
    assert!(html.contains(&format!(
        "<a href=\"/topics/mobility\">Mobility and transport</a> <span class=\"count\">{count}<"
    )));
}

/// Writes the pages to the folder that `KONTOR_PREVIEW` names, for looking at them.
#[test]
#[expect(clippy::disallowed_methods, reason = "a switch for people, not a setting")]
fn previews_are_written_when_asked_for() {
    let Some(folder) = std::env::var_os("KONTOR_PREVIEW").map(std::path::PathBuf::from) else {
        return;
    };
    let (cases, hard) = (samples(), extremes());
    let mut pages = Vec::new();
    for locale in Locale::ALL {
        let tag = locale.tag();
        pages.push((format!("home-{tag}"), home_page(&cases, locale)));
        pages.push((format!("cases-{tag}"), cases_page(&cases, "", locale)));
        pages.push((
            format!("filtered-{tag}"),
            cases_page(&cases, "q=water&topic=water&sdg=11", locale),
        ));
        pages.push((format!("empty-{tag}"), cases_page(&cases, "q=unfindable&sdg=5", locale)));
        pages.push((
            format!("table-{tag}"),
            cases_page(&cases, "view=table&sort=city&q=a&status=ongoing", locale),
        ));
        pages.push((format!("networks-{tag}"), networks_page(&cases, locale)));
        pages.push((format!("network-{tag}"), network_page(&cases, "eurocities", locale)));
        pages.push((format!("missing-{tag}"), fault_page(&Fault::NotFound, locale)));
        pages.push((format!("gone-{tag}"), fault_page(&gone("The figures were wrong."), locale)));
    }
    pages.push(("start".into(), home_page(&[], Locale::En)));
    pages.push(("hard".into(), cases_page(&hard, "", Locale::En)));
    for case in cases.iter().chain(&hard) {
        let page = case::page(&speech(Locale::En), frame(Place::Cases, "/cases/x"), &shown(case));
        pages.push((format!("case-{}", case.id), page.render().unwrap()));
    }
    let mut arabic = cases[0].clone();
    (arabic.language, arabic.text_direction) = (Language::Ar, None);
    arabic.title = "حديقة على السطح: كيف خفّضت المدينة حرارة الصيف (2019–2024)".into();
    arabic.summary = "زرعت البلدية مع السكان حدائق على أسطح المدارس والأسواق القديمة، فانخفضت الحرارة، وعاد الناس إلى الجلوس معًا في المساء.".into();
    arabic.subtitle = None;
    for (_, text) in &mut arabic.sections.0 {
        *text = format!("{} **مهم**: [رابط](https://example.org/).", arabic.summary);
    }
    pages.push(("arabic".into(), case_page(&arabic, Locale::En)));
    pages.push(("arabic-list".into(), cases_page(&[arabic], "", Locale::Fr)));
    for (name, html) in pages {
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    }
    for (path, bytes) in kontor::web::assets::all() {
        let path = folder.join(path.trim_start_matches('/'));
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    for case in cases.iter().chain(&hard) {
        let path = kontor::web::cards::plan(case);
        let name = path.strip_prefix("/plans/").unwrap();
        let svg = kontor::web::plan::draw(kontor::web::plan::Seed::from_name(name).unwrap());
        std::fs::create_dir_all(folder.join("plans")).unwrap();
        std::fs::write(folder.join("plans").join(name), svg).unwrap();
    }
}
