//! Accounts of people: who waits, who may what.

use axum::Json;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    auth::Admin,
    error::{Answer, Problem},
    extract::{Asked, Body, Named},
    list::{Page, time, time_if},
};
use crate::{
    app::{
        account::{self, register},
        mail::Post,
    },
    domain::account::Role,
    store::accounts::{self as stored, AccountState},
};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AccountsQuery {
    /// Entries on the page, at most 1,000 (`limits.admin_page_items`); 100 by default.
    limit: Option<i64>,
    /// `next` of the page before this one.
    after: Option<String>,
    /// Only those that are `waiting`, `active` or `suspended`.
    state: Option<String>,
}

/// An account of a person.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    id: String,
    /// As people write it: `@ana@HOST`.
    handle: String,
    name: String,
    /// Never public.
    email: String,
    /// `citymaker`, `contributor`, `reviewer`, `editor`, `network-admin` or `instance-admin`.
    role: String,
    /// `waiting`, `active` or `suspended`.
    state: String,
    /// Why it is so, as the person reads it.
    note: String,
    /// What a suspended person answered.
    appeal: String,
    #[schema(format = DateTime)]
    created: String,
    #[schema(format = DateTime)]
    signed_in: Option<String>,
}

fn shown(admin: &Admin, account: stored::Account) -> Account {
    Account {
        id: account.id,
        handle: admin.state.urls.handle(&account.handle),
        name: account.name,
        email: account.email,
        role: account.role.id().to_owned(),
        state: account.state.id().to_owned(),
        note: account.state_note,
        appeal: account.appeal,
        created: time(account.created_at),
        signed_in: time_if(account.signed_in_at),
    }
}

/// Those who may sign in, and those who wait
#[utoipa::path(
    get, path = "/admin/accounts", tag = "people", operation_id = "listAccounts",
    params(AccountsQuery),
    responses((status = 200, description = "The oldest first", body = Page<Account>))
)]
pub async fn list(admin: Admin, Asked(query): Asked<AccountsQuery>) -> Answer<Page<Account>> {
    let limit = admin.limit(query.limit);
    let state = match query.state.as_deref() {
        None => None,
        Some(id) => Some(AccountState::from_id(id).ok_or_else(|| {
            Problem::field("state", "unknown", "a state is `waiting`, `active` or `suspended`")
        })?),
    };
    let after = query.after.unwrap_or_default();
    let mut tx = admin.read().await?;
    let found = stored::page(&mut tx, state, &after, limit + 1).await?;
    let total = stored::count(&mut tx, state).await?;
    let cursor = |account: &stored::Account| account.id.clone();
    Ok(Json(Page::of(found, limit, total, cursor, |account| shown(&admin, account))))
}

/// Why it was decided so.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AccountReason)]
pub struct Reason {
    /// A suspended person reads it; a declined one does not.
    #[serde(default)]
    reason: String,
}

/// Somebody who waits is let in, and told by mail
#[utoipa::path(
    post, path = "/admin/accounts/{id}/approve", tag = "people", operation_id = "approveAccount",
    params(("id" = String, Path, description = "Id, handle or address of the account")),
    responses((status = 200, description = "The account", body = Account))
)]
pub async fn approve(admin: Admin, Named(id): Named) -> Answer<Account> {
    let state = &admin.state;
    let post = Post::of(&state.config, &state.urls, &state.texts);
    let found = register::approve(&state.db, &post, &admin.who, &id, admin.now).await?;
    state.wake.mail.notify_one();
    Ok(Json(shown(&admin, found)))
}

/// Somebody who waits is not let in; what they gave is forgotten
#[utoipa::path(
    post, path = "/admin/accounts/{id}/decline", tag = "people", operation_id = "declineAccount",
    params(("id" = String, Path, description = "Id, handle or address of the account")),
    request_body = Reason,
    responses((status = 200, description = "The account that was", body = Account))
)]
pub async fn decline(
    admin: Admin,
    Named(id): Named,
    Body(Reason { reason }): Body<Reason>,
) -> Answer<Account> {
    let found = register::decline(&admin.state.db, &admin.who, &id, &reason, admin.now).await?;
    Ok(Json(shown(&admin, found)))
}

/// An account is suspended; the person can sign in only to read why, to answer and to leave
#[utoipa::path(
    post, path = "/admin/accounts/{id}/suspend", tag = "people", operation_id = "suspendAccount",
    params(("id" = String, Path, description = "Id, handle or address of the account")),
    request_body = Reason,
    responses((status = 200, description = "The account", body = Account))
)]
pub async fn suspend(
    admin: Admin,
    Named(id): Named,
    Body(Reason { reason }): Body<Reason>,
) -> Answer<Account> {
    let found = account::suspend(&admin.state.db, &admin.who, &id, &reason, admin.now).await?;
    Ok(Json(shown(&admin, found)))
}

/// A suspension is taken back
#[utoipa::path(
    post, path = "/admin/accounts/{id}/restore", tag = "people", operation_id = "restoreAccount",
    params(("id" = String, Path, description = "Id, handle or address of the account")),
    responses((status = 200, description = "The account", body = Account))
)]
pub async fn restore(admin: Admin, Named(id): Named) -> Answer<Account> {
    let found = account::restore(&admin.state.db, &admin.who, &id, admin.now).await?;
    Ok(Json(shown(&admin, found)))
}

/// What somebody may do.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRole {
    /// `citymaker`, `contributor`, `reviewer`, `editor`, `network-admin` or `instance-admin`.
    role: String,
}

/// An account gets another role; it has to sign in again
#[utoipa::path(
    put, path = "/admin/accounts/{id}/role", tag = "people", operation_id = "setAccountRole",
    params(("id" = String, Path, description = "Id, handle or address of the account")),
    request_body = NewRole,
    responses((status = 200, description = "The account", body = Account))
)]
pub async fn set_role(
    admin: Admin,
    Named(id): Named,
    Body(NewRole { role }): Body<NewRole>,
) -> Answer<Account> {
    let role = Role::from_id(&role).ok_or_else(|| {
        let known: Vec<_> = Role::ALL.iter().map(|role| role.id()).collect();
        Problem::field("role", "unknown", format!("a role is one of {}", known.join(", ")))
    })?;
    let found = account::set_role(&admin.state.db, &admin.who, &id, role, admin.now).await?;
    Ok(Json(shown(&admin, found)))
}
