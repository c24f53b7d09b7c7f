//! `kontor config`: whether the settings can be used, and what they are.

use std::io::{self, Write};

use serde_json::Value;

use super::{args, failure::Failure};
use crate::config::Config;

/// The settings were loaded, so they can be used; faults have ended the command before.
pub fn run(config: &Config, command: args::Config, out: &mut dyn Write) -> Result<(), Failure> {
    match command {
        args::Config::Check => {
            writeln!(out, "The settings can be used: {}", config.origin())?;
            Ok(())
        }
        args::Config::Show => Ok(show(config, out)?),
    }
}

/// As a configuration file would say it.
fn show(config: &Config, out: &mut dyn Write) -> io::Result<()> {
    let mut config = config.clone();
    config.database.url = without_secrets(&config.database.url);
    config.mail.smtp = without_password(&config.mail.smtp);
    config.mail.mailbox = without_password(&config.mail.mailbox);
    if !config.media.s3_secret.is_empty() {
        config.media.s3_secret = "hidden".into();
    }
    let value = serde_json::to_value(&config).map_err(io::Error::from)?;
    let all = value.as_object().expect("settings are an object");
    let (sections, alone): (Vec<_>, Vec<_>) = all.iter().partition(|(_, value)| value.is_object());
    for (name, value) in alone {
        setting(name, value, out)?;
    }
    for (name, section) in sections {
        writeln!(out, "\n[{name}]")?;
        for (name, value) in section.as_object().into_iter().flatten() {
            setting(name, value, out)?;
        }
    }
    Ok(())
}

/// A JSON text, number, flag or list of them is one in TOML too.
fn setting(name: &str, value: &Value, out: &mut dyn Write) -> io::Result<()> {
    match value {
        Value::Null => writeln!(out, "# {name} is not set"),
        value => writeln!(out, "{name} = {value}"),
    }
}

/// A database URL without password and without parameters, where another one may stand.
fn without_secrets(url: &str) -> String {
    if url.is_empty() || url.starts_with("sqlite:") {
        return url.to_owned();
    }
    let Ok(mut url) = url::Url::parse(url) else {
        return "(hidden)".into();
    };
    url.set_query(None);
    if url.password().is_some() && url.set_password(Some("hidden")).is_err() {
        return "(hidden)".into();
    }
    url.to_string()
}

/// The address of a mail server without the password of its user.
fn without_password(url: &str) -> String {
    if url.is_empty() {
        return String::new();
    }
    let Ok(mut url) = url::Url::parse(url) else { return "(hidden)".into() };
    if url.password().is_some() && url.set_password(Some("hidden")).is_err() {
        return "(hidden)".into();
    }
    url.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_password_is_shown() {
        for url in ["postgres://u:geheim@h/n", "postgres://u@h/n?password=geheim", "geheim"] {
            assert!(!without_secrets(url).contains("geheim"), "{url}");
        }
        assert_eq!(without_secrets("postgres://u:geheim@h/n"), "postgres://u:hidden@h/n");
    }

    #[test]
    fn no_password_of_mail_and_no_key_to_pictures_is_shown() {
        let mut config = Config::default();
        config.mail.smtp = "smtps://ana:geheim@mail.example.org".into();
        config.mail.mailbox = "imaps://ana:geheim@mail.example.org/INBOX".into();
        config.media.s3_secret = "geheim".into();
        let mut shown = Vec::new();
        show(&config, &mut shown).unwrap();
        let shown = String::from_utf8(shown).unwrap();
        assert!(!shown.contains("geheim"), "{shown}");
        assert!(shown.contains("smtps://ana:hidden@mail.example.org"), "{shown}");
    }

    #[test]
    fn what_is_shown_can_be_loaded_again() {
        use crate::config::Overrides;
        let mut config = Config::default();
        config.network.name = "Città \"quote\" \\ \n€".into();
        let mut shown = Vec::new();
        show(&config, &mut shown).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kontor.toml");
        std::fs::write(&path, shown).unwrap();
        let loaded = Config::load(Some(path), &Overrides::default(), std::iter::empty()).unwrap();
        assert_eq!(loaded, config);
    }
}
