//! The form of a part as a list of blocks: what is asked, what was typed, and what is wrong with it.

use std::collections::HashMap;

use crate::{
    domain::{
        case_study::{FieldError, bounds},
        desk::{Draft, Part},
        text::{Html, Markdown},
        vocabulary::{
            self, ActorKind, ActorRole, Closed, ContactRole, CostBand, FundingSource, Language,
            Licence, LinkKind, Scale, SectionId, Status,
        },
    },
    html,
    i18n::Speech,
    web::cards,
};

pub use super::flaws::{NoteLine, begun_flaws, flaw_text, notes_of, path_name};

/// Empty rows after the filled ones.
const SPARE_ROWS: usize = 2;
/// A list with more choices than this has a field to search it, where scripts run.
pub const LONG_LIST: usize = 12;

/// One thing that a part asks for.
pub enum Block {
    One(Input),
    /// A list of entries with several fields each.
    Rows {
        heading: String,
        help: String,
        flaws: Vec<String>,
        id: String,
        rows: Vec<Row>,
    },
    /// Boxes to tick.
    Ticks {
        heading: String,
        help: String,
        flaws: Vec<String>,
        name: String,
        groups: Vec<Group>,
        /// So many that one searches them.
        long: bool,
        /// The boxes that are chosen with these; may be empty.
        implies: &'static str,
    },
}

pub struct Row {
    pub legend: String,
    pub inputs: Vec<Input>,
}

pub struct Group {
    /// Empty where there is one group only.
    pub label: String,
    pub open: bool,
    pub choices: Vec<Choice>,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub on: bool,
}

pub enum Kind {
    Line,
    /// A year or a number.
    Short,
    Area(usize),
    List(Vec<Choice>),
}

pub struct Input {
    pub name: String,
    pub label: String,
    pub help: String,
    pub value: String,
    pub kind: Kind,
    /// Most characters that a browser lets in.
    pub most: usize,
    pub flaws: Vec<String>,
    /// Whether it is needed for publishing.
    pub needed: bool,
    /// Whether the text has marks (Markdown).
    pub marked: bool,
    /// How the text looks, where somebody asked to see it.
    pub look: Option<Html>,
}

impl Input {
    /// For `aria-describedby`: its help and its flaws, where it has some.
    pub fn described(&self) -> String {
        let mut ids = Vec::new();
        if !self.help.is_empty() {
            ids.push(format!("{}-help", self.name));
        }
        if !self.flaws.is_empty() {
            ids.push(format!("{}-flaw", self.name));
        }
        ids.join(" ")
    }
}

/// What a form is made of.
pub struct Form<'a> {
    pub t: &'a Speech,
    pub draft: &'a Draft,
    /// What was typed and could not be kept, by its field; shown in place of what is kept.
    pub typed: &'a HashMap<String, String>,
    /// What is wrong, from the draft or from what was typed.
    pub flaws: &'a [FieldError],
    /// Whether texts with marks are shown as they will look too.
    pub looks: bool,
}

impl Form<'_> {
    /// The blocks of a part.
    pub fn blocks(&self, part: Part) -> Vec<Block> {
        match part {
            Part::Basics => self.basics(),
            // These have pages of their own.
            Part::Places | Part::Pictures => Vec::new(),
            Part::Story => self.story(),
            Part::Subjects => self.subjects(),
            Part::People => self.people(),
            Part::Numbers => self.numbers(),
            Part::Sources => self.sources(),
        }
    }

    fn basics(&self) -> Vec<Block> {
        vec![
            self.line("title", "field-title", "help-title", bounds::TITLE.max, true),
            self.line("subtitle", "field-subtitle", "help-subtitle", bounds::SUBTITLE.max, false),
            Block::One(self.area(
                "summary",
                "field-summary".into(),
                "help-summary",
                6,
                bounds::SUMMARY.max,
                true,
            )),
            self.choice::<Language>("language", "field-language", "language", true),
            self.short("period.start", "part-start", "help-date", true),
            self.short("period.end", "part-end", "help-end", false),
            self.choice::<Status>("status", "field-status", "status", true),
            self.choice::<Scale>("scale", "field-scale", "scale", true),
        ]
    }

    fn story(&self) -> Vec<Block> {
        let section = |section: &SectionId| {
            let (path, help) =
                (format!("sections.{}", section.id()), format!("help-{}", section.id()));
            let needed = *section == SectionId::Solution;
            let label = format!("section-{}", section.id());
            let input = self.area(&path, label, &help, 10, bounds::SECTION.max, needed);
            let shown = self.looks && !input.value.is_empty();
            let look = shown.then(|| html::from_markdown(&Markdown::new(&input.value)));
            Block::One(Input { marked: true, look, ..input })
        };
        SectionId::ALL.iter().map(section).collect()
    }

    fn subjects(&self) -> Vec<Block> {
        let (topics, goals) = (self.draft.texts("topics"), self.draft.texts("sdgs"));
        let targets = self.draft.texts("sdg_targets");
        let topic_groups = vocabulary::topics().iter().map(|topic| {
            let choice = |sub: &vocabulary::Topic| Choice {
                value: sub.id.to_owned(),
                label: cards::topic_label(self.t, sub.id),
                on: topics.iter().any(|chosen| chosen == sub.id),
            };
            let choices: Vec<_> = topic.subtopics.iter().map(choice).collect();
            Group {
                label: cards::topic_label(self.t, topic.id),
                open: choices.iter().any(|choice| choice.on),
                choices,
            }
        });
        let goal_choices = vocabulary::sdgs().iter().map(|goal| Choice {
            value: goal.id.to_string(),
            label: format!("{} {}", goal.id, goal.label(self.t.tag())),
            on: goals.contains(&goal.id.to_string()),
        });
        let goal_group =
            Group { label: String::new(), open: true, choices: goal_choices.collect() };
        let mut blocks = vec![
            self.ticks("topics", "field-topics", "help-topics", topic_groups.collect()),
            self.ticks("sdgs", "field-goals", "help-goals", vec![goal_group]),
        ];
        let of_goal = |goal: &vocabulary::Sdg| Group {
            label: format!("{} {}", goal.id, goal.label(self.t.tag())),
            open: goals.contains(&goal.id.to_string()),
            choices: vocabulary::targets()
                .iter()
                .filter(|target| target.goal == goal.id)
                .map(|target| Choice {
                    value: target.code.clone(),
                    label: format!("{} {}", target.code, self.t.term("target", &target.code)),
                    on: targets.contains(&target.code),
                })
                .collect(),
        };
        let groups = vocabulary::sdgs().iter().map(of_goal).collect();
        blocks.push(self.ticks("sdg_targets", "field-targets", "help-targets", groups));
        blocks
    }

    fn people(&self) -> Vec<Block> {
        let actor = |at: &str| {
            vec![
                self.input(&format!("{at}.name"), "part-name", Kind::Line, bounds::ACTOR_NAME.max),
                self.select::<ActorRole>(&format!("{at}.role"), "part-role", "role"),
                self.select::<ActorKind>(&format!("{at}.kind"), "part-kind", "kind"),
                self.input(&format!("{at}.url"), "part-url", Kind::Line, bounds::ACTOR_URL.max),
            ]
        };
        let contact = |at: &str| {
            vec![
                self.input(
                    &format!("{at}.label"),
                    "part-name",
                    Kind::Line,
                    bounds::CONTACT_LABEL.max,
                ),
                self.select::<ContactRole>(&format!("{at}.role"), "part-role", "contact"),
                self.input(
                    &format!("{at}.email"),
                    "part-email",
                    Kind::Line,
                    bounds::CONTACT_EMAIL.max,
                ),
            ]
        };
        vec![
            self.rows("actors", "field-actors", "help-actors", bounds::ACTORS.max, actor),
            self.rows("contacts", "field-contacts", "help-contacts", bounds::CONTACTS.max, contact),
        ]
    }

    fn numbers(&self) -> Vec<Block> {
        let sources = self.draft.texts("funding.sources");
        let source = |source: &FundingSource| Choice {
            value: source.id().to_owned(),
            label: self.t.term("funding", source.id()),
            on: sources.iter().any(|chosen| chosen == source.id()),
        };
        let choices = FundingSource::ALL.iter().map(source).collect();
        let indicator = |at: &str| {
            vec![
                self.input(
                    &format!("{at}.label"),
                    "part-label",
                    Kind::Line,
                    bounds::INDICATOR_LABEL.max,
                ),
                self.input(
                    &format!("{at}.value"),
                    "part-value",
                    Kind::Short,
                    bounds::INDICATOR_VALUE.max,
                ),
                self.input(
                    &format!("{at}.unit"),
                    "part-unit",
                    Kind::Short,
                    bounds::INDICATOR_UNIT.max,
                ),
                self.input(&format!("{at}.year"), "part-year", Kind::Short, 4),
            ]
        };
        let award = |at: &str| {
            vec![
                self.input(&format!("{at}.name"), "part-name", Kind::Line, bounds::AWARD_NAME.max),
                self.input(
                    &format!("{at}.category"),
                    "part-category",
                    Kind::Line,
                    bounds::AWARD_CATEGORY.max,
                ),
                self.input(&format!("{at}.year"), "part-year", Kind::Short, 4),
            ]
        };
        vec![
            self.choice::<CostBand>("funding.cost_band", "part-cost", "cost", false),
            self.ticks(
                "funding.sources",
                "part-sources-of-money",
                "",
                vec![Group { label: String::new(), open: true, choices }],
            ),
            self.short("funding.amount_min", "part-least", "help-amount", false),
            self.short("funding.amount_max", "part-most", "", false),
            self.short("funding.currency", "part-currency", "help-currency", false),
            self.line("funding.note", "part-note", "", bounds::FUNDING_NOTE.max, false),
            self.rows(
                "indicators",
                "field-indicators",
                "help-indicators",
                bounds::INDICATORS.max,
                indicator,
            ),
            self.rows("awards", "field-awards", "", bounds::AWARDS.max, award),
        ]
    }

    fn sources(&self) -> Vec<Block> {
        let link = |at: &str| {
            vec![
                self.input(&format!("{at}.label"), "part-name", Kind::Line, bounds::LINK_LABEL.max),
                self.input(&format!("{at}.url"), "part-url", Kind::Line, bounds::LINK_URL.max),
                self.select::<LinkKind>(&format!("{at}.kind"), "part-kind", "link"),
            ]
        };
        vec![
            self.choice::<Licence>("licence", "field-licence", "licence", true),
            self.rows("links", "field-links", "help-links", bounds::LINKS.max, link),
            self.line("source_url", "field-source", "help-source", bounds::SOURCE_URL.max, false),
        ]
    }

    fn value(&self, path: &str) -> String {
        self.typed.get(path).cloned().unwrap_or_else(|| self.draft.text(path))
    }

    /// `actors.0.name` in the form is `actors[0].name` to the rules.
    fn flaws(&self, path: &str) -> Vec<String> {
        let mut steps = path.split('.');
        let mut wanted = steps.next().unwrap_or_default().to_owned();
        for step in steps {
            match step.parse::<usize>() {
                Ok(row) => wanted.push_str(&format!("[{row}]")),
                Err(_) => wanted.push_str(&format!(".{step}")),
            }
        }
        let found = self.flaws.iter().filter(|flaw| flaw.path == wanted);
        let mut texts: Vec<_> = found.map(|flaw| flaw_text(self.t, flaw)).collect();
        texts.dedup();
        texts
    }

    fn say(&self, key: &str) -> String {
        if key.is_empty() { String::new() } else { self.t.say(key).into_owned() }
    }

    fn input(&self, path: &str, label: &str, kind: Kind, most: usize) -> Input {
        Input {
            name: path.to_owned(),
            label: self.say(label),
            help: String::new(),
            value: self.value(path),
            kind,
            most,
            flaws: self.flaws(path),
            needed: false,
            marked: false,
            look: None,
        }
    }

    fn line(&self, path: &str, label: &str, help: &str, most: usize, needed: bool) -> Block {
        let input = self.input(path, label, Kind::Line, most);
        Block::One(Input { help: self.say(help), needed, ..input })
    }

    fn short(&self, path: &str, label: &str, help: &str, needed: bool) -> Block {
        let input = self.input(path, label, Kind::Short, 20);
        Block::One(Input { help: self.say(help), needed, ..input })
    }

    fn area(
        &self,
        path: &str,
        label: String,
        help: &str,
        rows: usize,
        most: usize,
        needed: bool,
    ) -> Input {
        let input = self.input(path, &label, Kind::Area(rows), most);
        Input { help: self.say(help), needed, ..input }
    }

    fn select<T: Closed>(&self, path: &str, label: &str, vocabulary: &str) -> Input {
        let value = self.value(path);
        let choice = |entry: &T| Choice {
            value: entry.id().to_owned(),
            label: self.t.term(vocabulary, entry.id()),
            on: entry.id() == value,
        };
        let none = Choice { value: String::new(), label: "–".into(), on: value.is_empty() };
        let choices = std::iter::once(none).chain(T::ALL.iter().map(choice)).collect();
        self.input(path, label, Kind::List(choices), 0)
    }

    fn choice<T: Closed>(&self, path: &str, label: &str, vocabulary: &str, needed: bool) -> Block {
        Block::One(Input { needed, ..self.select::<T>(path, label, vocabulary) })
    }

    fn rows(
        &self,
        name: &str,
        heading: &str,
        help: &str,
        most: usize,
        row: impl Fn(&str) -> Vec<Input>,
    ) -> Block {
        let starts = format!("{name}.");
        let typed = self.typed.keys().filter_map(|path| {
            path.strip_prefix(&starts)?.split('.').next()?.parse::<usize>().ok()
        });
        let filled = self.draft.rows(name).max(typed.map(|at| at + 1).max().unwrap_or(0));
        let shown = (filled + SPARE_ROWS).min(most);
        let rows = (0..shown).map(|at| Row {
            legend: format!("{} {}", self.say(heading), self.t.number(at as i64 + 1)),
            inputs: row(&format!("{name}.{at}")),
        });
        Block::Rows {
            heading: self.say(heading),
            help: self.say(help),
            flaws: self.flaws(name),
            id: name.to_owned(),
            rows: rows.collect(),
        }
    }

    fn ticks(&self, name: &str, heading: &str, help: &str, groups: Vec<Group>) -> Block {
        let choices: usize = groups.iter().map(|group| group.choices.len()).sum();
        Block::Ticks {
            long: choices > LONG_LIST,
            implies: if name == "sdg_targets" { "sdgs" } else { "" },
            heading: self.say(heading),
            help: self.say(help),
            flaws: self.flaws(name),
            name: name.to_owned(),
            groups,
        }
    }
}
