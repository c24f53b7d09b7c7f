//! Citymakers of this instance.

use axum::{Json, http::StatusCode};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, time},
};
use crate::{
    app::person::{self, Described},
    domain,
    store::actors::{self, ActorKind, LocalActor},
};

/// What a citymaker says of themselves; everything is public.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = CitymakerProfile)]
pub struct Profile {
    /// Id of a role, such as `practitioner`.
    role: Option<String>,
    city: Option<String>,
    network: Option<String>,
    /// Ids of languages, such as `en`.
    languages: Vec<String>,
    /// Ids of topics, such as `cycling`.
    topics: Vec<String>,
    /// https address of a picture.
    avatar: Option<String>,
    /// What it shows, for who cannot see it.
    avatar_alt: Option<String>,
    /// https address of a picture.
    header: Option<String>,
    /// Ids of other accounts of theirs.
    also_known_as: Vec<String>,
    discoverable: bool,
    indexable: bool,
}

impl Default for Profile {
    fn default() -> Self {
        domain::profile::Profile::default().into()
    }
}

impl From<domain::profile::Profile> for Profile {
    fn from(profile: domain::profile::Profile) -> Self {
        let domain::profile::Profile {
            role,
            city,
            network,
            languages,
            topics,
            avatar,
            avatar_alt,
            header,
            also_known_as,
            discoverable,
            indexable,
        } = profile;
        Profile {
            role,
            city,
            network,
            languages,
            topics,
            avatar,
            avatar_alt,
            header,
            also_known_as,
            discoverable,
            indexable,
        }
    }
}

impl From<Profile> for domain::profile::Profile {
    fn from(profile: Profile) -> Self {
        let Profile {
            role,
            city,
            network,
            languages,
            topics,
            avatar,
            avatar_alt,
            header,
            also_known_as,
            discoverable,
            indexable,
        } = profile;
        domain::profile::Profile {
            role,
            city,
            network,
            languages,
            topics,
            avatar,
            avatar_alt,
            header,
            also_known_as,
            discoverable,
            indexable,
        }
    }
}

/// A citymaker.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    /// Its uri.
    id: String,
    /// As people write it: `@ana@HOST`.
    handle: String,
    name: String,
    /// Plain text.
    summary: String,
    profile: Profile,
    #[schema(format = DateTime)]
    since: String,
}

fn shown(admin: &Admin, actor: LocalActor) -> Person {
    Person {
        handle: admin.state.urls.handle(&actor.handle),
        profile: domain::profile::Profile::from_json(&actor.profile).into(),
        since: time(actor.created_at),
        id: actor.uri,
        name: actor.name,
        summary: actor.summary,
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PeopleQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
}

/// The citymakers of this instance
#[utoipa::path(
    get, path = "/admin/people", tag = "people", operation_id = "listPeople", params(PeopleQuery),
    responses((status = 200, description = "The oldest first", body = Page<Person>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<PeopleQuery>) -> Answer<Page<Person>> {
    let limit = admin.limit(query.limit);
    let after = query.after.unwrap_or_default();
    let kind = Some(ActorKind::Person);
    let mut tx = admin.read().await?;
    let found = actors::page(&mut tx, kind, &after, limit + 1).await?;
    let total = actors::count(&mut tx, kind).await?;
    let cursor = |actor: &LocalActor| actor.id.clone();
    Ok(Json(Page::of(found, limit, total, cursor, |actor| shown(&admin, actor))))
}

/// A citymaker to be made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    handle: String,
    /// The handle by default.
    name: Option<String>,
    /// Plain text.
    summary: Option<String>,
    profile: Option<Profile>,
}

/// A citymaker gets an actor
#[utoipa::path(
    post, path = "/admin/people", tag = "people", operation_id = "addPerson",
    request_body = NewPerson,
    responses(
        (status = 201, description = "The citymaker", body = Person),
        (status = 409, description = "The handle is taken",
         body = super::error::Document, content_type = "application/problem+json"),
    )
)]
pub async fn add(
    admin: Admin,
    Body(asked): Body<NewPerson>,
) -> Result<(StatusCode, Json<Person>), Problem> {
    let NewPerson { handle, name, summary, profile } = asked;
    let described = Described { name, summary, profile: profile.map(Into::into) };
    let (db, urls) = (&admin.state.db, &admin.state.urls);
    let made = person::add(db, urls, &admin.who, &handle, described, admin.now).await?;
    Ok((StatusCode::CREATED, Json(shown(&admin, made))))
}

/// What changes; what is absent stays, a profile is replaced as a whole.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangedPerson {
    name: Option<String>,
    /// Plain text.
    summary: Option<String>,
    profile: Option<Profile>,
}

/// A citymaker is described anew; followers are told
#[utoipa::path(
    put, path = "/admin/people/{id}", tag = "people", operation_id = "editPerson",
    params(("id" = String, Path, description = "Handle of the citymaker")),
    request_body = ChangedPerson,
    responses((status = 200, description = "The citymaker", body = Person))
)]
pub async fn edit(
    admin: Admin,
    Named(handle): Named,
    Body(asked): Body<ChangedPerson>,
) -> Answer<Person> {
    let ChangedPerson { name, summary, profile } = asked;
    let described = Described { name, summary, profile: profile.map(Into::into) };
    let db = &admin.state.db;
    let changed = person::edit(db, &admin.who, &handle, described, admin.now).await?;
    admin.ring();
    Ok(Json(shown(&admin, changed)))
}

/// Why somebody goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Farewell {
    /// Kept in the record of who did what.
    #[serde(default)]
    reason: String,
}

/// A citymaker's actor ends for good; followers are told
#[utoipa::path(
    post, path = "/admin/people/{id}/suspend", tag = "people", operation_id = "suspendPerson",
    params(("id" = String, Path, description = "Handle of the citymaker")),
    request_body = Farewell,
    responses((status = 200, description = "The citymaker that was", body = Person))
)]
pub async fn suspend(
    admin: Admin,
    Named(handle): Named,
    Body(Farewell { reason }): Body<Farewell>,
) -> Answer<Person> {
    let db = &admin.state.db;
    let gone = person::suspend(db, &admin.who, &handle, &reason, admin.now).await?;
    admin.ring();
    Ok(Json(shown(&admin, gone)))
}
