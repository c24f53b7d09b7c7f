//! Pages for people: server-rendered, in the reader's language; all of it works without JavaScript.

pub mod accent;
pub mod account;
pub mod alerts;
pub mod annex;
pub mod assets;
pub mod cards;
pub mod case;
pub mod cases;
pub mod contact;
pub mod copies;
pub mod correct;
pub mod data;
pub mod desk;
pub mod directory;
pub mod documents;
pub mod doors;
pub mod error;
pub mod facets;
pub mod facts;
pub mod follow;
pub mod history;
pub mod home;
pub mod kin;
pub mod layout;
pub mod legal;
pub mod map;
pub mod media;
pub mod member;
pub mod nearest;
pub mod networks;
pub mod oembed;
pub mod own;
pub mod people;
pub mod person;
pub mod plan;
pub mod reader;
pub mod reference;
pub mod remark;
pub mod style;
pub mod table;
pub mod talk;
pub mod tongue;
pub mod view;
pub mod write;

pub use error::missing as not_found;

use axum::{Router, extract::DefaultBodyLimit, routing::get};

use crate::state::State;

/// Every page and what pages load. The page for a path that leads nowhere is [`not_found`].
pub fn routes() -> Router<State> {
    Router::new()
        .route("/", get(home::show))
        .route("/cases", get(cases::list))
        .route("/cases/{page}", get(case::show))
        .route("/cases/{page}/comment", get(remark::show).post(remark::write))
        .route("/comments/{num}", get(remark::own).post(remark::act))
        .route(
            "/cases/{page}/correct",
            get(correct::show)
                .post(correct::take)
                .layer(DefaultBodyLimit::max(correct::MOST_BYTES)),
        )
        .route("/cases/{page}/history", get(history::show))
        .route("/cases/{page}/revisions/{revision}", get(case::show_revision))
        .route("/follow", get(follow::show).post(follow::go))
        .route("/oembed", get(oembed::show))
        .route("/data", get(data::show))
        .route("/data/api", get(data::api))
        .merge(doors::routes())
        .merge(networks::routes())
        .merge(account::routes())
        .merge(alerts::routes())
        .merge(contact::routes())
        .merge(write::routes())
        .merge(desk::routes())
        .route("/people", get(people::list))
        .route("/@{handle}", get(person::show))
        .route("/style", get(style::show))
        .route("/imprint", get(own::imprint))
        .route("/privacy", get(own::privacy))
        .route("/terms", get(own::terms))
        .route("/accessibility", get(own::accessibility))
        .route("/pages/{slug}", get(own::show))
        .route("/media/{id}/{name}", get(media::serve))
        .route("/documents/{id}/{name}", get(documents::serve))
        .route("/copies/cases/{page}/{tag}/{width}", get(copies::of_case))
        .route("/copies/people/{tag}", get(copies::of_person))
        .route("/logo/{name}", get(own::serve_logo))
        .route("/assets/{name}", get(assets::serve))
        .route("/accents/{name}", get(assets::serve_accent))
        .route("/plans/{name}", get(assets::serve_plan))
}
