//! Two and three whole instances in one process, over real HTTP, on both engines.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "tests may panic")]

mod common;
#[path = "common/fake.rs"]
mod fake;
#[path = "common/instance.rs"]
mod instance;

#[path = "federation/attacks.rs"]
mod attacks;
#[path = "federation/converging.rs"]
mod converging;
#[path = "federation/delivering.rs"]
mod delivering;
#[path = "federation/dialects.rs"]
mod dialects;
#[path = "federation/disclosing.rs"]
mod disclosing;
#[path = "federation/filters.rs"]
mod filters;
#[path = "federation/followers.rs"]
mod followers;
#[path = "federation/following.rs"]
mod following;
#[path = "federation/forging.rs"]
mod forging;
#[path = "federation/gate.rs"]
mod gate;
#[path = "federation/golden.rs"]
mod golden;
#[path = "federation/governing.rs"]
mod governing;
#[path = "federation/healing.rs"]
mod healing;
#[path = "federation/joining.rs"]
mod joining;
#[path = "federation/lists.rs"]
mod lists;
#[path = "federation/lossless.rs"]
mod lossless;
#[path = "federation/nodes.rs"]
mod nodes;
#[path = "federation/people.rs"]
mod people;
#[path = "federation/proofs.rs"]
mod proofs;
#[path = "federation/relaying.rs"]
mod relaying;
#[path = "federation/rotating.rs"]
mod rotating;
#[path = "federation/talking.rs"]
mod talking;
#[path = "federation/together.rs"]
mod together;
