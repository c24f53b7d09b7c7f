//! The pages of an account: signing in and out, one's own overview, choosing a password.

mod face;
mod forgotten;
mod leave;
mod login;
mod mails;
pub(super) mod moving;
mod organisation;
mod overview;
mod password;
mod people;
mod profile;
mod qr;
mod register;
mod security;
mod suspended;

use axum::{
    Router,
    routing::{get, post},
};

use super::member::{frame, post_of};
use crate::{
    app::account::passwords::{Cost, LEAST_CHARS, Weak},
    config::Config,
    i18n::Speech,
    state::State,
};

/// Fewest characters of a password, as texts say it.
pub const LEAST: i64 = LEAST_CHARS as i64;

pub fn routes() -> Router<State> {
    Router::new()
        .route("/login", get(login::show).post(login::enter))
        .route("/login/code", post(login::second))
        .route("/login/organisation", post(organisation::leave))
        .route("/login/organisation/back", get(organisation::back))
        .route("/login/organisation/finish", get(organisation::look).post(organisation::finish))
        .route("/account/organisation", post(organisation::change))
        .route("/account/move", get(moving::show).post(moving::act))
        .route("/account/security", get(security::show))
        .route("/account/password", post(security::password))
        .route("/account/email", post(security::email))
        .route("/account/email/confirm", get(security::look).post(security::confirm_email))
        .route("/account/codes", post(security::one_time))
        .route("/logout", post(login::leave))
        .route("/password", get(password::show).post(password::choose))
        .route("/password/forgotten", get(forgotten::show).post(forgotten::ask))
        .route("/register", get(register::show).post(register::ask))
        .route("/register/finish", get(register::look).post(register::finish))
        .route("/account", get(overview::show))
        .route("/account/sessions", post(overview::end_session))
        .route("/account/profile/picture", get(face::back).post(face::send))
        .route("/account/profile/picture/remove", get(face::back).post(face::remove))
        .route("/account/profile/{step}", get(profile::show).post(profile::save))
        .route("/admin/mail", get(mails::show).post(mails::decide))
        .route("/admin/people", get(people::show).post(people::decide))
        .route("/account/leave", get(leave::show).post(leave::go))
        .route("/account/export", get(leave::export))
        .route("/account/suspended", get(suspended::show).post(suspended::answer))
}

/// What hashing a password takes here.
fn cost(config: &Config) -> Cost {
    Cost { memory_kib: config.accounts.password_memory_kib }
}

/// What is wrong with a password, as the person reads it.
fn weakness(t: &Speech, weak: Weak) -> String {
    match weak {
        Weak::Short => t.count("password-short", LEAST),
        Weak::Long => t.say("password-long").into_owned(),
        Weak::Guessable => t.say("password-guessable").into_owned(),
    }
}
