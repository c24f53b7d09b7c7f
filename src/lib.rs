//! Kontor: the server a network of cities hosts for itself.

pub mod api;
pub mod app;
pub mod bench;
pub mod cite;
pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod domain;
pub mod federation;
pub mod formats;
pub mod html;
pub mod i18n;
pub mod jobs;
pub mod mail;
pub mod media;
pub mod opendata;
pub mod preview;
pub mod server;
pub mod state;
pub mod store;
pub mod telemetry;
pub mod transfer;
pub mod urls;
pub mod web;
