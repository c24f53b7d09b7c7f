//! The pages of an account: signing in and out, one's own overview, choosing a password.

mod forgotten;
mod leave;
mod login;
mod overview;
mod password;
mod people;
mod profile;
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
        .route("/account/profile/{step}", get(profile::show).post(profile::save))
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
