//! The OpenAPI 3.1 document of this API, made from the handlers and the case schema.

use std::{borrow::Cow, sync::OnceLock};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};
use utoipa::{
    OpenApi, PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema},
};

use super::{
    accounts, actors, applications, cases, comments, comparisons, deliveries, domain_lists, error,
    feeds, follows, import, keys, lanes, notes, peers, people, preview, public, quarantine,
    reactions, received, relays, reports,
    search::{self, FOR_ALL},
    suggestions,
};

/// Stands for a record of the case schema, which takes its place in the document.
pub struct CaseRecord;

const RECORD: &str = "CaseStudy";

impl ToSchema for CaseRecord {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed(RECORD)
    }
}

impl PartialSchema for CaseRecord {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().into()
    }
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Kontor",
        description = "Reading the common feed is open to everybody. What is under `/admin` takes \
            a bearer token, made by `kontor token`, and does what the command line does. Bodies \
            are JSON of at most 1 MiB; unknown fields are refused; problems are told as RFC 9457 \
            says. Lists come in pages: `next` of one page is `before` or `after` of the next. \
            Times are RFC 3339 in UTC.",
        license(name = "AGPL-3.0-only", identifier = "AGPL-3.0-only"),
    ),
    servers((url = "/api/v1")),
    tags(
        (name = "public", description = "The common feed, for everybody"),
        (name = "cases", description = "This network's own cases"),
        (name = "follows", description = "Whom our actors follow"),
        (name = "reactions", description = "Boosts and likes"),
        (name = "comments", description = "What people say under cases, and what we answer"),
        (name = "people", description = "Citymakers of this instance"),
        (name = "reports", description = "Complaints"),
        (name = "received", description = "What came from elsewhere"),
        (name = "peers", description = "Other hosts"),
        (name = "quarantine", description = "Cases of hosts that are not trusted, one by one"),
        (name = "suggestions", description = "What visitors suggest for the directory of networks"),
        (name = "deliveries", description = "What goes out, and what became of it"),
        (name = "actors", description = "The actors of this instance, and who did what"),
    ),
    components(schemas(error::Document)),
    paths(
        serve, search::find, search::facets, public::case, public::networks,
        public::vocabularies, public::vocabulary,
        cases::list, cases::publish_new, cases::show, cases::update, cases::publish,
        cases::withdraw, cases::revisions, preview::of_case, deliveries::of_case, import::import,
        follows::list, follows::follow, follows::unfollow, follows::show, follows::end,
        reactions::boost, reactions::unboost, reactions::like, reactions::unlike,
        comments::list, comments::moderate, notes::write, notes::update, notes::delete,
        people::list, people::add, people::edit, people::suspend,
        accounts::list, accounts::approve, accounts::decline, accounts::suspend,
        accounts::restore, accounts::set_role,
        reports::list, reports::send, reports::resolve, reports::messages,
        reports::quotes, reports::revoke_quote, reports::feature, reports::unfeature,
        received::list, received::handled,
        peers::list, peers::show, peers::set, peers::forget, peers::preview, peers::resume,
        quarantine::list, quarantine::adopt, quarantine::decline,
        domain_lists::list, domain_lists::subscribe, domain_lists::export, domain_lists::import,
        domain_lists::entries, domain_lists::unsubscribe,
        applications::list, applications::apply, applications::accept, applications::decline,
        relays::list, relays::add, relays::remove,
        suggestions::list, suggestions::done,
        comparisons::list, comparisons::compare,
        lanes::list, lanes::refusals, deliveries::resend, deliveries::resend_all,
        actors::list, actors::audit, feeds::list, feeds::publish, feeds::end,
        keys::list, keys::rotate,
    )
)]
struct Described;

/// The document: what the handlers say, and what is true of all of them.
pub fn document() -> Value {
    let mut document =
        serde_json::to_value(Described::openapi()).expect("the document is made of plain JSON");
    let components = &mut document["components"];
    components["schemas"][RECORD] =
        serde_json::from_str(include_str!("../../vocabulary/case.schema.json"))
            .expect("the case schema is JSON, a test reads it");
    components["securitySchemes"] = json!({ "token": {
        "type": "http", "scheme": "bearer", "description": "Made by `kontor token`"
    }});
    let problem = |description: &str| {
        json!({ "description": description, "content": {
            "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } }
        }})
    };
    let Some(paths) = document["paths"].as_object_mut() else { return document };
    for (path, methods) in paths {
        let operations = methods.as_object_mut().into_iter().flatten();
        for (_, operation) in operations {
            operation["responses"]["default"] = problem("What else can go wrong");
            if path.starts_with("/admin/") {
                operation["security"] = json!([{ "token": [] }]);
                operation["responses"]["401"] = problem("No valid token came with the request");
            }
        }
    }
    document
}

/// This document
#[utoipa::path(
    get, path = "/openapi.json", tag = "public", operation_id = "describe",
    responses((status = 200, description = "OpenAPI 3.1", body = Object))
)]
pub async fn serve() -> Response {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| document().to_string()).as_str();
    (FOR_ALL, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}
