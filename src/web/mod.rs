//! Pages for people: server-rendered, without JavaScript, in the reader's language.

pub mod accent;
pub mod annex;
pub mod assets;
pub mod cards;
pub mod case;
pub mod cases;
pub mod error;
pub mod facets;
pub mod facts;
pub mod follow;
pub mod home;
pub mod layout;
pub mod nearest;
pub mod networks;
pub mod person;
pub mod plan;
pub mod reader;
pub mod table;
pub mod talk;
pub mod view;

pub use error::missing as not_found;

use axum::{Router, routing::get};

use crate::state::State;

/// Every page and what pages load. The page for a path that leads nowhere is [`not_found`].
pub fn routes() -> Router<State> {
    Router::new()
        .route("/", get(home::show))
        .route("/cases", get(cases::list))
        .route("/cases/{page}", get(case::show))
        .route("/networks", get(networks::list))
        .route("/networks/{slug}", get(networks::show))
        .route("/@{handle}", get(person::show))
        .route("/assets/{name}", get(assets::serve))
        .route("/accents/{name}", get(assets::serve_accent))
        .route("/plans/{name}", get(assets::serve_plan))
}
