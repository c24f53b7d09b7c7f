//! Rules on the meaning of settings, beyond their kind and bounds.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use url::{Host, Url};

use super::{
    Config, Fault, Network, Place,
    own::{self, Own},
};

/// The light backgrounds of the style sheet that the accent must be readable on.
const BACKGROUNDS: &[&str] = &["#fbfaf7", "#ffffff"];

/// WCAG 2.2, success criterion 1.4.3.
const LEAST_CONTRAST: f64 = 4.5;

/// Most characters before the `@` of `mail.answers`.
const ANSWERS_BYTES: usize = 15;

struct Check<'a> {
    places: &'a BTreeMap<String, Place>,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, key: &str, message: String) {
        let place = self.places.get(key).cloned().unwrap_or(Place::Default);
        self.faults.push(Fault { key: key.to_owned(), place, message });
    }
}

/// All faults; on the way the domain gets its one spelling, and the network's own files are read.
pub fn all(config: &mut Config, places: &BTreeMap<String, Place>) -> Vec<Fault> {
    let mut check = Check { places, faults: Vec::new() };
    domain(config, &mut check);
    network(config, &mut check);
    own_files(config, &mut check);
    database(config, &mut check);
    federation(config, &mut check);
    mail(config, &mut check);
    media(config, &mut check);
    for (key, message) in config.oidc.faults() {
        check.fault(&format!("oidc.{key}"), message);
    }
    if let Err(message) = level(&config.log.level) {
        check.fault("log.level", message);
    }
    check.faults
}

fn domain(config: &mut Config, check: &mut Check<'_>) {
    match config.domain.as_deref().map(host) {
        None if !config.bind.is_loopback() => check.fault(
            "bind",
            format!(
                "found {}, expected a loopback address as long as there is no domain \
                 (an instance without a domain is for this machine only)",
                config.bind
            ),
        ),
        None => {}
        Some(Ok(host)) => config.domain = Some(host),
        Some(Err(message)) => check.fault("domain", message),
    }
}

/// A public host name in its one spelling: lower case, international names in punycode.
fn host(text: &str) -> Result<String, String> {
    let refusal =
        || format!("found {text:?}, expected a public host name alone, such as cases.example.org");
    match Host::parse(text) {
        Ok(Host::Domain(name))
            if name.contains('.')
                && !name.ends_with('.')
                && !name.ends_with(".localhost")
                && name.split('.').all(label) =>
        {
            Ok(name)
        }
        _ => Err(refusal()),
    }
}

fn label(text: &str) -> bool {
    let ends = !text.starts_with('-') && !text.ends_with('-');
    let letters = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    (1..=63).contains(&text.len()) && ends && letters
}

fn network(config: &Config, check: &mut Check<'_>) {
    let network = &config.network;
    if let Err(message) = slug(&network.slug) {
        check.fault("network.slug", message);
    }
    if !language(&network.language) {
        let found = &network.language;
        check.fault(
            "network.language",
            format!("found {found:?}, expected a language tag such as en or pt-BR"),
        );
    }
    let web = |url: &Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    for (key, url) in
        [("network.website", &network.website), ("network.source_url", &network.source_url)]
    {
        if !url.is_empty() && !Url::parse(url).is_ok_and(|url| web(&url)) {
            check.fault(key, format!("found {url:?}, expected an http or https URL"));
        }
    }
    if let Err(message) = accent(&network.accent) {
        check.fault("network.accent", message);
    }
}

/// The logo and the pages. The usual folder of pages need not be there, one that was named must.
fn own_files(config: &mut Config, check: &mut Check<'_>) {
    let network = &config.network;
    let mut own = Own::default();
    match network.logo.as_deref().map(own::Logo::read) {
        Some(Ok(logo)) => own.logo = Some(logo),
        Some(Err(message)) => check.fault("network.logo", message),
        None => {}
    }
    if network.pages.is_dir() || network.pages != Network::default().pages {
        match own::pages(&network.pages) {
            Ok(pages) => own.pages = pages,
            Err(faults) => {
                for message in faults {
                    check.fault("network.pages", message);
                }
            }
        }
    }
    config.own = Arc::new(own);
}

/// A handle's name part; not one of those that the feeds are called by (FEDERATION.md).
fn slug(text: &str) -> Result<(), String> {
    let inner = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let starts = text.starts_with(|first: char| first.is_ascii_lowercase());
    if !inner || !starts || text.ends_with('-') || text.len() > 64 {
        return Err(format!(
            "found {text:?}, expected a handle: 1 to 64 small letters, digits and hyphens, \
             first a letter, last no hyphen"
        ));
    }
    let goal =
        text.strip_prefix("sdg").is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    let feed = ["topic-", "city-", "country-", "lang-"].iter().any(|start| text.starts_with(start));
    if goal || feed || matches!(text, "cases" | "localhost") {
        return Err(format!("found {text:?}, which is kept for a feed of its own"));
    }
    Ok(())
}

/// Whether this is a language tag such as `de` or `pt-BR`.
pub(super) fn language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

fn accent(text: &str) -> Result<(), String> {
    let Some(colour) = luminance(text) else {
        return Err(format!("found {text:?}, expected a colour such as #0b5c6b"));
    };
    for background in BACKGROUNDS {
        let light = luminance(background).expect("the backgrounds are colours");
        let ratio = (light.max(colour) + 0.05) / (light.min(colour) + 0.05);
        if ratio < LEAST_CONTRAST {
            // Cut, not rounded, so that 4.49 never reads as 4.5.
            let shown = (ratio * 100.0).floor() / 100.0;
            return Err(format!(
                "{text} has a contrast of {shown:.2} on {background}, expected at least \
                 {LEAST_CONTRAST} (WCAG 2.2): choose a darker colour"
            ));
        }
    }
    Ok(())
}

/// Relative luminance by WCAG 2.2, from 0 (black) to 1 (white).
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|rest| rest.len() == 6 && rest.is_ascii())?;
    let channel = |at: usize| -> Option<f64> {
        let pair = digits.get(at..at + 2).filter(|two| !two.starts_with('+'))?;
        let value = f64::from(u8::from_str_radix(pair, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * channel(0)? + 0.7152 * channel(2)? + 0.0722 * channel(4)?)
}

fn database(config: &Config, check: &mut Check<'_>) {
    let url = &config.database.url;
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if !url.is_empty() && !known.iter().any(|start| url.starts_with(start)) {
        check.fault(
            "database.url",
            "expected a URL that starts with postgres:// or sqlite: (empty for the file in \
             data_dir)"
                .into(),
        );
    }
}

fn federation(config: &Config, check: &mut Check<'_>) {
    let federation = &config.federation;
    if let (Some(domain), Some(true)) = (&config.domain, federation.insecure_local_federation) {
        check.fault(
            "federation.insecure_local_federation",
            format!(
                "found true together with domain = {domain:?}: an instance with a public name \
                     must not speak plain http to this machine; remove one of the two"
            ),
        );
    }
    if federation.retry_max_seconds < federation.retry_first_seconds {
        check.fault(
            "federation.retry_max_seconds",
            format!(
                "found {}, expected no less than federation.retry_first_seconds, which is {}",
                federation.retry_max_seconds, federation.retry_first_seconds
            ),
        );
    }
    for file in federation.ca_files.iter().filter(|file| !file.is_file()) {
        let message = format!("found {:?}, expected PEM files that exist", file.display());
        check.fault("federation.ca_files", message);
    }
}

fn mail(config: &Config, check: &mut Check<'_>) {
    let mail = &config.mail;
    if let Err(expected) = mail.server() {
        check.fault("mail.smtp", expected);
    }
    if let Err(expected) = mail.inbox() {
        check.fault("mail.mailbox", expected);
    }
    if !mail.ca_file.is_empty() && !Path::new(&mail.ca_file).is_file() {
        let message = format!("found {:?}, expected a PEM file that exists", mail.ca_file);
        check.fault("mail.ca_file", message);
    }
    let address = |text: &str| {
        text.rsplit_once('@').is_some_and(|(local, host)| {
            let plain = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
            let known = host == "localhost" || host.contains('.');
            known
                && !local.is_empty()
                && !local.contains("..")
                && local.chars().all(plain)
                && host.split('.').all(label)
        })
    };
    if !mail.from.is_empty() && !address(&mail.from) {
        let message =
            format!("found {:?}, expected an address such as cases@example.org", mail.from);
        check.fault("mail.from", message);
    }
    if !config.contact.address.is_empty() && !address(&config.contact.address) {
        let message = format!(
            "found {:?}, expected an address such as office@example.org",
            config.contact.address
        );
        check.fault("contact.address", message);
    }
    // A key of 48 characters has to fit behind it (RFC 5321 §4.5.3.1.1: 64).
    let short = |text: &str| text.find('@').is_some_and(|at| at <= ANSWERS_BYTES);
    if !mail.answers.is_empty()
        && (!address(&mail.answers) || !short(&mail.answers) || mail.answers.contains('+'))
    {
        let message = format!(
            "found {:?}, expected an address such as answer@example.org: no plus, and at most \
             {ANSWERS_BYTES} characters before the @",
            mail.answers
        );
        check.fault("mail.answers", message);
    }
    if !mail.mailbox.is_empty() && mail.answers.is_empty() {
        let message = "found nothing, expected the address whose mail arrives in mail.mailbox";
        check.fault("mail.answers", message.into());
    }
    if mail.mailbox_handled.chars().any(char::is_control) {
        check.fault("mail.mailbox_handled", "expected a name in one line".into());
    }
    if mail.from_name.chars().any(char::is_control) {
        check.fault("mail.from_name", "expected a name in one line".into());
    }
}

fn media(config: &Config, check: &mut Check<'_>) {
    let media = &config.media;
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-_".contains(c);
    if !media.s3_bucket.chars().all(plain) {
        let message = format!("found {:?}, expected the name of a bucket", media.s3_bucket);
        check.fault("media.s3_bucket", message);
    }
    if media.s3_bucket.is_empty() {
        return;
    }
    // Keys and pictures cross the network in the clear without TLS.
    let is_safe = |url: &Url| match url.host() {
        Some(Host::Domain("localhost")) => true,
        Some(Host::Ipv4(address)) if address.is_loopback() => true,
        Some(Host::Ipv6(address)) if address.is_loopback() => true,
        host => host.is_some() && url.scheme() == "https",
    };
    let web = |url: &Url| matches!(url.scheme(), "http" | "https");
    let endpoint = &media.s3_endpoint;
    if !endpoint.is_empty() && !Url::parse(endpoint).is_ok_and(|url| web(&url) && is_safe(&url)) {
        let message = format!("found {endpoint:?}, expected an https address, or localhost");
        check.fault("media.s3_endpoint", message);
    }
    for (key, value) in
        [("media.s3_key_id", &media.s3_key_id), ("media.s3_secret", &media.s3_secret)]
    {
        if value.is_empty() {
            check.fault(key, "found nothing, expected the key to media.s3_bucket".into());
        }
    }
    if media.s3_region.is_empty() {
        check.fault("media.s3_region", "found nothing, expected a region".into());
    }
}

/// A level, or a list of `target=level` with at most one level alone.
fn level(text: &str) -> Result<(), String> {
    let levels = ["off", "error", "warn", "info", "debug", "trace"];
    let target = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_:-".contains(&b))
    };
    let fits = |part: &str| match part.split_once('=') {
        Some((name, level)) => target(name) && levels.contains(&level),
        None => levels.contains(&part),
    };
    match text.split(',').map(str::trim).find(|part| !fits(part)) {
        None => Ok(()),
        Some(part) => Err(format!(
            "found {part:?}, expected one of {}, or a list such as info,kontor::federation=debug",
            levels.join(", ")
        )),
    }
}
