//! The two ways out: a mail server, or files where none is set.

use std::path::{Path, PathBuf};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        Error,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
    },
};
use tokio::io::AsyncWriteExt as _;

use super::PATIENCE;
use crate::{
    app::mail::returns::{self, Grade},
    config::{Config, MailTls, Smtp},
    store::mail::Mail,
};

/// What came of handing a letter over.
pub(super) enum Outcome {
    /// With the answer of the server.
    Sent(String),
    /// With the path of the file.
    Filed(String),
    /// The server will never take it: why, and what that says of its receiver.
    Bounced(String, Grade),
    /// It may take it another time: why not now.
    Later(String),
}

pub(super) enum Way {
    Server(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
    /// The settings cannot be used after all: why.
    Broken(String),
}

impl Way {
    /// By the settings, which are checked.
    pub(super) fn new(config: &Config) -> Self {
        let server = config.mail.server();
        let known = known_files(config);
        let way = server.and_then(|server| server.map(|it| transport(&it, &known)).transpose());
        match way {
            Ok(None) => Way::Folder(config.data_dir.join("mail")),
            Ok(Some(transport)) => Way::Server(Box::new(transport)),
            Err(error) => {
                tracing::error!(error, "the mail server cannot be used; mails wait");
                Way::Broken(error)
            }
        }
    }

    pub(super) async fn hand_over(&self, letter: &Mail, message: &Message) -> Outcome {
        match self {
            Way::Server(transport) => {
                match transport.send_raw(message.envelope(), &message.formatted()).await {
                    Ok(response) => Outcome::Sent(response.message().collect::<Vec<_>>().join(" ")),
                    Err(error) => failed(&error),
                }
            }
            Way::Folder(folder) => match filed(folder, letter, message).await {
                Ok(path) => Outcome::Filed(path.display().to_string()),
                Err(error) => Outcome::Later(format!("no file in {}: {error}", folder.display())),
            },
            Way::Broken(why) => Outcome::Later(why.clone()),
        }
    }
}

/// A server's refusal of this letter ends it. A refusal of us (530 to 538: who may send, RFC 4954)
/// says nothing about the letter, nor does what the connection suffers.
fn failed(error: &Error) -> Outcome {
    let said = chain(error);
    let code = error.status().map(|code| code.to_string().parse::<u16>().unwrap_or_default());
    match code {
        Some(530..=538) => {
            Outcome::Later(format!("the mail server does not take our user and password: {said}"))
        }
        Some(500..=504) | None => Outcome::Later(said),
        Some(code) if error.is_permanent() => {
            let grade = returns::grade(&said).or_else(|| returns::grade(&code.to_string()));
            Outcome::Bounced(said, grade.unwrap_or(Grade::Letter))
        }
        Some(_) => Outcome::Later(said),
    }
}

fn chain(error: &dyn std::error::Error) -> String {
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

/// The files with authorities that certificates of mail servers may come from.
pub(super) fn known_files(config: &Config) -> Vec<PathBuf> {
    let own = (!config.mail.ca_file.is_empty()).then(|| PathBuf::from(&config.mail.ca_file));
    config.federation.ca_files.iter().cloned().chain(own).collect()
}

fn transport(
    server: &Smtp,
    ca_files: &[PathBuf],
) -> Result<AsyncSmtpTransport<Tokio1Executor>, String> {
    let tls = match server.tls {
        MailTls::None => Tls::None,
        MailTls::Whole => Tls::Wrapper(parameters(server, ca_files)?),
        MailTls::Upgraded => Tls::Required(parameters(server, ca_files)?),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
        .port(server.port)
        .tls(tls)
        .timeout(Some(PATIENCE / 2));
    if let Some((user, password)) = &server.login {
        builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
    }
    Ok(builder.build())
}

fn parameters(server: &Smtp, ca_files: &[PathBuf]) -> Result<TlsParameters, String> {
    let mut builder = TlsParameters::builder(server.host.clone());
    for file in ca_files {
        let pem = std::fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
        let known = Certificate::from_pem(&pem);
        let known = known.map_err(|error| format!("{}: {error}", file.display()))?;
        builder = builder.add_root_certificate(known);
    }
    builder.build().map_err(|error| error.to_string())
}

/// Whole or not at all: under another name first, and the same name at every try.
async fn filed(folder: &Path, letter: &Mail, message: &Message) -> std::io::Result<PathBuf> {
    let bytes = message.formatted();
    tokio::fs::create_dir_all(folder).await?;
    let (part, path) =
        (folder.join(format!("{}.part", letter.id)), folder.join(format!("{}.eml", letter.id)));
    // It may hold keys: for the user of the server alone.
    let mut options = tokio::fs::OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(&part).await?;
    file.write_all(&bytes).await?;
    file.sync_all().await?;
    tokio::fs::rename(&part, &path).await?;
    Ok(path)
}
