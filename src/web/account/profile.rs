//! `/account/profile/1` to `/3`: who I am, what I know, how I may be reached; each step saves itself.

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};

use super::frame;
use crate::{
    app::{
        self,
        account::change,
        person::{self, Described},
    },
    domain::{
        case_study::Focus,
        profile::Profile,
        vocabulary::{CitymakerRole, Language, Topic, networks, topics},
    },
    i18n::{Locale, Speech},
    store::accounts::{self, Account},
    web::{
        error::Fault,
        layout::Frame,
        media::face_of,
        member::{SignedIn, form::Form, posted::Posted, see},
    },
};

const STEPS: u8 = 3;

#[derive(Template)]
#[template(path = "account/profile.html")]
struct ProfilePage {
    t: Speech,
    frame: Frame,
    step: u8,
    /// Path of this step, and path and text of each.
    address: String,
    steps: [(&'static str, &'static str); 3],
    csrf: String,
    name: String,
    summary: String,
    role: String,
    city: String,
    network: String,
    /// Names that may be meant.
    networks: Vec<&'static str>,
    roles: &'static [CitymakerRole],
    topics: &'static [Topic],
    languages: &'static [Language],
    profile: Profile,
    account: Account,
    locales: [Locale; 9],
    fault: Option<String>,
    /// Path of the picture that is shown, and the words about it.
    face: Option<String>,
    face_alt: String,
    face_limits: String,
    foci: [Focus; 9],
}

/// The path of a step.
pub(super) fn path(step: u8) -> String {
    format!("/account/profile/{step}")
}

/// A step as it is stored, with what was wrong with a picture and the words that came with it.
pub(super) async fn with_fault(
    who: &SignedIn,
    step: u8,
    status: StatusCode,
    fault: String,
    alt: String,
) -> Result<Response, Fault> {
    let (account, mut described) = stored(who).await?;
    if let Some(profile) = &mut described.profile {
        profile.avatar_alt = Some(alt);
    }
    page(who, step, account, described, Some((status, fault)))
}

impl ProfilePage {
    fn knows(&self, topic: &str) -> bool {
        self.profile.topics.iter().any(|known| known == topic)
    }

    fn speaks(&self, language: &str) -> bool {
        self.profile.languages.iter().any(|known| known == language)
    }

    /// Whether something below this topic is chosen, so that it stands open.
    fn is_open(&self, topic: &Topic) -> bool {
        topic.subtopics.iter().any(|below| self.knows(below.id))
    }
}

/// `GET /account/profile/{step}`
pub async fn show(who: SignedIn, Path(step): Path<u8>) -> Response {
    let answer = match stored(&who).await {
        Ok((account, described)) => page(&who, step, account, described, None),
        Err(fault) => Err(fault),
    };
    who.reader.answer(answer)
}

/// What is known of the person: the account, and what they say of themselves.
async fn stored(who: &SignedIn) -> Result<(Account, Described), Fault> {
    let mut tx = who.reader.state.db.read().await?;
    let account = accounts::by_id(&mut tx, &who.member.id).await?.ok_or(Fault::NotFound)?;
    let actor = person::find(&mut tx, &who.member.handle).await.map_err(Fault::of)?;
    let profile = Some(Profile::from_json(&actor.profile));
    Ok((account, Described { name: Some(actor.name), summary: Some(actor.summary), profile }))
}

fn page(
    who: &SignedIn,
    step: u8,
    account: Account,
    described: Described,
    fault: Option<(StatusCode, String)>,
) -> Result<Response, Fault> {
    if !(1..=STEPS).contains(&step) {
        return Err(Fault::NotFound);
    }
    let t = who.reader.t.clone();
    let profile = described.profile.unwrap_or_default();
    let (status, fault) = match fault {
        Some((status, fault)) => (status, Some(fault)),
        None => (StatusCode::OK, None),
    };
    let address = path(step);
    let state = &who.reader.state;
    let megabytes = (state.config.media.upload_max_bytes / 1_000_000).max(1);
    let mut known: Vec<&str> = networks().iter().map(|entry| entry.name.as_str()).collect();
    known.sort_unstable();
    who.reader.respond(
        status,
        &ProfilePage {
            frame: frame(&who.reader, &t.say("profile-title"), &address),
            step,
            steps: [
                ("/account/profile/1", "profile-who"),
                ("/account/profile/2", "profile-what"),
                ("/account/profile/3", "profile-how"),
            ],
            address,
            csrf: who.csrf.clone(),
            name: described.name.unwrap_or_default(),
            summary: described.summary.unwrap_or_default(),
            role: profile.role.clone().unwrap_or_default(),
            city: profile.city.clone().unwrap_or_default(),
            network: profile.network.clone().unwrap_or_default(),
            face: face_of(&state.urls, &profile).map(|face| face.src),
            face_alt: profile.avatar_alt.clone().unwrap_or_default(),
            face_limits: t.say1("picture-file-help", "most", &t.number(megabytes as i64)),
            foci: Focus::ALL,
            networks: known,
            roles: CitymakerRole::ALL,
            topics: topics(),
            languages: Language::ALL,
            profile,
            account,
            locales: Locale::ALL,
            fault,
            t,
        },
    )
}

/// `POST /account/profile/{step}`: what the step asks is saved, and the next one shown.
pub async fn save(Path(step): Path<u8>, Posted { who, form }: Posted) -> Response {
    let answer = saved(&who, step, &form).await;
    who.reader.answer(answer)
}

async fn saved(who: &SignedIn, step: u8, form: &Form) -> Result<Response, Fault> {
    let (account, mut described) = stored(who).await?;
    let mut profile = described.profile.take().unwrap_or_default();
    let text = |name: &str| Some(form.get(name).to_owned()).filter(|text| !text.trim().is_empty());
    let list = |name: &str| form.all(name).take(100).map(str::to_owned).collect();
    match step {
        1 => {
            described.name = Some(form.get("name").to_owned());
            described.summary = Some(form.get("summary").to_owned());
            (profile.role, profile.city) = (text("role"), text("city"));
            profile.network = text("network").map(|name| slug_of(&name));
        }
        2 => (profile.topics, profile.languages) = (list("topic"), list("language")),
        3 => {
            profile.discoverable = form.has("discoverable");
            profile.indexable = form.has("indexable");
        }
        _ => return Err(Fault::NotFound),
    }
    described.profile = Some(profile);
    let (state, by) = (&who.reader.state, who.who());
    let typed = described.clone();
    match person::edit(&state.db, &by, &who.member.handle, described, who.now).await {
        Ok(_) => state.wake.events.notify_one(),
        Err(app::Error::Invalid(_)) => {
            let key = ["profile-flaw-who", "profile-flaw-what"].get(usize::from(step) - 1);
            let fault = who.reader.t.say(key.copied().unwrap_or("profile-flaw-who")).into_owned();
            let fault = (StatusCode::UNPROCESSABLE_ENTITY, fault);
            return page(who, step, account, typed, Some(fault));
        }
        Err(error) => return Err(Fault::of(error)),
    }
    if step == STEPS {
        let language = Locale::from_tag(form.get("mail-language")).unwrap_or(who.reader.t.locale);
        let saved = change::contact(&state.db, &account.id, form.has("contactable"), language);
        saved.await.map_err(Fault::of)?;
        return Ok(see(&who.reader.t.link("/account?done=profile")));
    }
    Ok(see(&who.reader.t.link(&format!("/account/profile/{}", step + 1))))
}

/// The directory's entry of this name, so that its page is linked; else what was typed.
fn slug_of(name: &str) -> String {
    let name = name.trim();
    let known = networks().iter().find(|entry| {
        entry.name.eq_ignore_ascii_case(name) || entry.short_name.eq_ignore_ascii_case(name)
    });
    known.map_or_else(|| name.to_owned(), |entry| entry.slug.clone())
}
