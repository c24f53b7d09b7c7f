//! Registering by a confirmed address: open, by approval or by invitation; and a lost password.

use super::{
    NewAccount, keys,
    passwords::{self, Cost, Weak},
    person, secret, session, sign_in,
};
use crate::{
    app::{
        Error, Result,
        access::{Who, record},
        mail::{self, Letter, Post},
    },
    config::Registration,
    domain::{account::Role, email::Email, text::clean_line},
    store::{
        Db, Tx,
        account_keys::Purpose,
        accounts::{self, Account, AccountState},
        actors,
    },
};

/// Mails that one address is sent in a quarter of an hour because somebody typed it.
const MAILS: i64 = 3;

/// Somebody wants an account for this address. The answer is the same whether it has one: whoever
/// reads its mail learns it.
///
/// # Errors
/// When the database does not answer.
pub async fn ask(db: &Db, post: &Post, email: &Email, language: &str, now: i64) -> Result<()> {
    let t = post.speech(language);
    let mut tx = db.begin().await?;
    if !may_write(&mut tx, email, now).await? {
        tx.commit().await?;
        return Ok(());
    }
    let letter = match accounts::by_email(&mut tx, email).await? {
        Some(_) => Letter {
            kind: "register-known",
            subject: t.say1("mail-known-subject", "site", &post.site),
            paragraphs: vec![t.say1("mail-known-text", "site", &post.site)],
            link: Some((t.say("me-in").into_owned(), post.urls.absolute("/login"))),
            after: vec![t.say("mail-known-after").into_owned()],
            ..Letter::default()
        },
        None => {
            let key = keys::make(&mut tx, Purpose::Register, None, email, language, now).await?;
            Letter {
                kind: "register",
                subject: t.say1("mail-register-subject", "site", &post.site),
                paragraphs: vec![t.say1("mail-register-text", "site", &post.site)],
                link: Some((
                    t.say("mail-register-link").into_owned(),
                    post.urls.absolute(&format!("/register/finish?key={key}")),
                )),
                after: vec![
                    t.say("mail-once-a-day").into_owned(),
                    t.say("mail-not-you").into_owned(),
                ],
                ..Letter::default()
            }
        }
    };
    mail::post(&mut tx, post, email, &t, letter, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Somebody forgot the password of this address. The answer is the same whether it has an account;
/// without one nothing is sent.
///
/// # Errors
/// When the database does not answer.
pub async fn forgot(db: &Db, post: &Post, email: &Email, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let account = accounts::by_email(&mut tx, email).await?;
    if let (true, Some(account)) = (may_write(&mut tx, email, now).await?, account) {
        let own = Email::parse(&account.email).unwrap_or_else(|_| email.clone());
        let t = post.speech(&account.language);
        let id = Some(account.id.as_str());
        let key = keys::make(&mut tx, Purpose::Password, id, &own, "", now).await?;
        let letter = Letter {
            kind: "password",
            subject: t.say1("mail-password-subject", "site", &post.site),
            paragraphs: vec![t.say2(
                "mail-password-text",
                "name",
                &account.name,
                "site",
                &post.site,
            )],
            link: Some((
                t.say("password-title").into_owned(),
                post.urls.absolute(&format!("/password?key={key}")),
            )),
            after: vec![t.say("mail-once-a-day").into_owned(), t.say("mail-not-you").into_owned()],
            ..Letter::default()
        };
        mail::post(&mut tx, post, &own, &t, letter, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Whether an address was not written to too often because strangers typed it; this time is counted.
///
/// # Errors
/// When the database does not answer.
pub async fn may_write(tx: &mut Tx, email: &Email, now: i64) -> Result<bool> {
    let name = format!("mail {}", secret::hash(&email.folded()));
    let (times, _) = crate::store::attempts::count(tx, &name, sign_in::WINDOW_MS, now).await?;
    Ok(times <= MAILS)
}

/// Invites somebody, with the role they get. An invitation works whoever may register, unless nobody
/// may.
///
/// # Errors
/// `Conflict` when the address has an account.
pub async fn invite(
    db: &Db,
    post: &Post,
    who: &Who,
    email: &Email,
    role: Role,
    language: &str,
    now: i64,
) -> Result<String> {
    let mut tx = db.begin().await?;
    if accounts::by_email(&mut tx, email).await?.is_some() {
        return Err(Error::Conflict(format!("{email} has an account already")));
    }
    let key = keys::make(&mut tx, Purpose::Invite, None, email, role.id(), now).await?;
    let t = post.speech(language);
    let link = post.urls.absolute(&format!("/register/finish?key={key}"));
    let letter = Letter {
        kind: "invitation",
        subject: t.say1("mail-invite-subject", "site", &post.site),
        paragraphs: vec![t.say1("mail-invite-text", "site", &post.site)],
        link: Some((t.say("mail-register-link").into_owned(), link.clone())),
        after: vec![t.say("mail-invite-after").into_owned()],
        ..Letter::default()
    };
    mail::post(&mut tx, post, email, &t, letter, now).await?;
    record(&mut tx, who, "account.invited", email.as_str(), role.id(), now).await?;
    tx.commit().await?;
    Ok(link)
}

/// What a key to make an account opens.
#[derive(Clone, Debug)]
pub struct Invited {
    pub email: String,
    /// An editor or admin chose them: nobody has to let them in again.
    pub is_invitation: bool,
}

/// Whose account a key lets make, while it works.
///
/// # Errors
/// When the database does not answer.
pub async fn look(db: &Db, rule: Registration, key: &str, now: i64) -> Result<Option<Invited>> {
    let mut tx = db.read().await?;
    let found = keys::look(&mut tx, key, purposes(rule), now).await?;
    let found = found
        .map(|key| Invited { is_invitation: key.purpose == Purpose::Invite, email: key.email });
    Ok(found)
}

/// Which keys make an account under this rule.
fn purposes(rule: Registration) -> &'static [Purpose] {
    match rule {
        Registration::Open | Registration::Approval => &[Purpose::Register, Purpose::Invite],
        Registration::Invitation => &[Purpose::Invite],
        Registration::Closed => &[],
    }
}

/// What somebody typed to have an account.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    pub name: &'a str,
    pub handle: &'a str,
    pub password: &'a str,
    /// Which text of the terms they accepted; None when they did not.
    pub terms: Option<&'a str>,
    /// Tag of the language of their mails.
    pub language: &'a str,
    /// What the browser calls itself, and what it held before.
    pub agent: &'a str,
    pub former: Option<&'a str>,
}

/// What is wrong with a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    Name,
    Handle,
    /// Somebody has it, or had it.
    HandleTaken,
    Password(Weak),
    Terms,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finished {
    /// The account is in use, and this browser is signed in with this.
    In(String),
    /// It waits for its approval.
    Waiting,
    Flawed(Vec<Flaw>),
    /// The key was used, has expired, or never was.
    NoKey,
}

/// Makes the account that a key stands for; the key is used up.
///
/// # Errors
/// When the database does not answer, or too many passwords are hashed at once.
pub async fn finish(
    db: &Db,
    post: &Post,
    cost: Cost,
    rule: Registration,
    key: &str,
    wish: Wish<'_>,
    now: i64,
) -> Result<Finished> {
    let mut tx = db.read().await?;
    let Some(found) = keys::look(&mut tx, key, purposes(rule), now).await? else {
        return Ok(Finished::NoKey);
    };
    let typed = Typed {
        name: wish.name,
        handle: wish.handle,
        password: Some(wish.password),
        has_accepted: wish.terms.is_some(),
    };
    let flaws = flaws(&mut tx, &found.email, typed).await?;
    drop(tx);
    if !flaws.is_empty() {
        return Ok(Finished::Flawed(flaws));
    }
    let password = passwords::hash(cost, wish.password).await?;
    let mut tx = db.begin().await?;
    let Some(found) = keys::take(&mut tx, key, purposes(rule), now).await? else {
        return Ok(Finished::NoKey);
    };
    let Ok(email) = Email::parse(&found.email) else { return Ok(Finished::NoKey) };
    let invited = (found.purpose == Purpose::Invite).then(|| Role::from_id(&found.detail));
    let state = match (&invited, rule) {
        (None, Registration::Approval) => AccountState::Waiting,
        _ => AccountState::Active,
    };
    let new = NewAccount {
        email,
        handle: wish.handle.to_owned(),
        name: wish.name.to_owned(),
        role: invited.flatten().unwrap_or(Role::Citymaker),
        language: wish.language.to_owned(),
    };
    let who = Who::Member(clean_line(wish.handle.trim().trim_start_matches('@')));
    let account = match super::make(&mut tx, &post.urls, &who, new, state, password, now).await {
        Ok(account) => account,
        // Somebody was faster.
        Err(Error::Conflict(_)) => return Ok(Finished::Flawed(vec![Flaw::HandleTaken])),
        Err(error) => return Err(error),
    };
    accounts::accept_terms(&mut tx, &account.id, wish.terms.unwrap_or_default(), now).await?;
    let finished = match state {
        AccountState::Waiting => {
            tell_admins(&mut tx, post, &account, now).await?;
            Finished::Waiting
        }
        AccountState::Active | AccountState::Suspended => {
            let begun = session::begin(&mut tx, &account.id, wish.former, wish.agent, now).await?;
            Finished::In(begun)
        }
    };
    tx.commit().await?;
    Ok(finished)
}

/// What somebody typed, as far as it can be wrong.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed<'a> {
    pub name: &'a str,
    pub handle: &'a str,
    /// None for who signs in by the organisation's provider.
    pub password: Option<&'a str>,
    pub has_accepted: bool,
}

pub(super) async fn flaws(tx: &mut Tx, email: &str, typed: Typed<'_>) -> Result<Vec<Flaw>> {
    let mut flaws = Vec::new();
    let name = clean_line(typed.name);
    if !(1..=100).contains(&name.trim().chars().count()) {
        flaws.push(Flaw::Name);
    }
    match person::checked_handle(typed.handle) {
        Err(_) => flaws.push(Flaw::Handle),
        Ok(handle) => {
            let taken = actors::by_handle(tx, handle.as_str()).await?.is_some()
                || accounts::by_handle(tx, handle.as_str()).await?.is_some();
            if taken {
                flaws.push(Flaw::HandleTaken);
            }
        }
    }
    let names = [email, typed.handle, name.trim()];
    if let Some(Err(weak)) = typed.password.map(|password| passwords::check(password, &names)) {
        flaws.push(Flaw::Password(weak));
    }
    if !typed.has_accepted {
        flaws.push(Flaw::Terms);
    }
    Ok(flaws)
}

/// Those who decide learn that somebody waits.
pub(super) async fn tell_admins(
    tx: &mut Tx,
    post: &Post,
    waiting: &Account,
    now: i64,
) -> Result<()> {
    for admin in accounts::of_role(tx, Role::InstanceAdmin, 50).await? {
        let Ok(email) = Email::parse(&admin.email) else { continue };
        let t = post.speech(&admin.language);
        let letter = Letter {
            kind: "waiting",
            subject: t.say1("mail-waiting-subject", "name", &waiting.name),
            paragraphs: vec![t.say3(
                "mail-waiting-text",
                ("name", &waiting.name),
                ("email", &waiting.email),
                ("site", &post.site),
            )],
            link: Some((t.say("accounts-title").into_owned(), post.urls.absolute("/admin/people"))),
            ..Letter::default()
        };
        mail::post(tx, post, &email, &t, letter, now).await?;
    }
    Ok(())
}

/// Lets somebody in who waits: the account gets its actor, and its owner is told.
///
/// # Errors
/// `NotFound`; `Conflict` when it does not wait, or its handle was taken meanwhile.
pub async fn approve(db: &Db, post: &Post, who: &Who, named: &str, now: i64) -> Result<Account> {
    let mut tx = db.begin().await?;
    let mut account = super::find(&mut tx, named).await?;
    if account.state != AccountState::Waiting {
        return Err(super::not_now(&account));
    }
    let described = super::Described { name: Some(account.name.clone()), ..Default::default() };
    let made = person::insert(&mut tx, &post.urls, who, &account.handle, described, now).await?;
    accounts::set_actor(&mut tx, &account.id, &made.id).await?;
    accounts::set_state(&mut tx, &account.id, AccountState::Active, "", now).await?;
    record(&mut tx, who, "account.approved", &account.handle, "", now).await?;
    if let Ok(email) = Email::parse(&account.email) {
        let t = post.speech(&account.language);
        let letter = Letter {
            kind: "approved",
            subject: t.say1("mail-approved-subject", "site", &post.site),
            paragraphs: vec![t.say2(
                "mail-approved-text",
                "name",
                &account.name,
                "site",
                &post.site,
            )],
            link: Some((t.say("me-in").into_owned(), post.urls.absolute("/login"))),
            ..Letter::default()
        };
        mail::post(&mut tx, post, &email, &t, letter, now).await?;
    }
    tx.commit().await?;
    (account.state, account.actor) = (AccountState::Active, Some(made.id));
    Ok(account)
}

/// Does not let somebody in who waits: what they gave is forgotten. They are not told by the program.
///
/// # Errors
/// `NotFound`, or `Conflict` when it does not wait.
pub async fn decline(db: &Db, who: &Who, named: &str, reason: &str, now: i64) -> Result<Account> {
    let mut tx = db.begin().await?;
    let account = super::find(&mut tx, named).await?;
    if account.state != AccountState::Waiting {
        return Err(super::not_now(&account));
    }
    accounts::delete(&mut tx, &account.id).await?;
    let reason = clean_line(reason);
    record(&mut tx, who, "account.declined", &account.handle, reason.trim(), now).await?;
    tx.commit().await?;
    Ok(account)
}
