//! Why a command did not do what it was asked, in words, and its exit code.

use std::{error::Error, io, process::ExitCode};

use crate::{app, config::ConfigError, server::ServeError, store::StoreError};

/// What ends a command early.
#[derive(Debug)]
pub enum Failure {
    /// It was tried and refused, or did not succeed: exit code 1.
    Refused(String),
    /// It could not begin: exit code 2.
    Unusable(String),
    /// Whoever reads our output has had enough: no failure at all.
    Unread,
}

impl Failure {
    /// Says what was wrong on standard error and names the exit code.
    pub fn tell(self) -> ExitCode {
        let (message, code) = match self {
            Failure::Unread => return ExitCode::SUCCESS,
            Failure::Refused(message) => (message, 1),
            Failure::Unusable(message) => (message, 2),
        };
        // Nobody is left to be told when standard error is gone too.
        let _ = io::Write::write_fmt(&mut io::stderr(), format_args!("kontor: {message}\n"));
        ExitCode::from(code)
    }
}

/// An error with its causes, each said once.
pub fn chain(error: &dyn Error) -> String {
    let (mut text, mut next) = (error.to_string(), error.source());
    while let Some(cause) = next {
        let cause_text = cause.to_string();
        if !text.contains(&cause_text) {
            text = format!("{text}: {cause_text}");
        }
        next = cause.source();
    }
    text
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Failure::Unread,
            _ => Failure::Unusable(format!("the output cannot be written: {error}")),
        }
    }
}

impl From<app::Error> for Failure {
    fn from(error: app::Error) -> Self {
        match error {
            // The operator is the one person who may see the cause.
            app::Error::Store(error) => error.into(),
            app::Error::Refused(refusal) => {
                let errors = refusal.errors.iter().map(|error| format!("\n  {}", error.message));
                Failure::Refused(format!(
                    "the case study was refused:{}",
                    errors.collect::<String>()
                ))
            }
            app::Error::NotFound(_)
            | app::Error::Conflict(_)
            | app::Error::Invalid(_)
            | app::Error::TooOften(_) => Failure::Refused(error.to_string()),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Failure::Unusable(format!("the database did not do its part: {}", chain(&error)))
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Failure::Unusable(error.to_string())
    }
}

impl From<ServeError> for Failure {
    fn from(error: ServeError) -> Self {
        Failure::Unusable(chain(&error))
    }
}
