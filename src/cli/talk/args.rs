//! The commands about people and what they say, and their flags.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Comment {
    /// List comments, newest first
    List {
        /// Only those in this state
        #[arg(long, value_enum)]
        state: Option<State>,
        /// Most rows
        #[arg(long, value_name = "COUNT", default_value = "100")]
        limit: i64,
        /// One JSON object a line, with the whole text
        #[arg(long)]
        json: bool,
    },
    /// Show a comment to everybody
    Allow(Decision),
    /// Take a comment out of sight; other servers that were told of one of ours delete it
    Hide(Decision),
    /// Do not let a comment in
    Reject(Decision),
}

#[derive(Debug, Args)]
pub struct Decision {
    /// Its number, as `kontor comment list` shows it, or its id
    pub comment: String,
    /// Kept with the decision
    #[arg(long, default_value = "")]
    pub note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum State {
    Shown,
    Waiting,
    Hidden,
    Rejected,
    Deleted,
}

#[derive(Debug, Subcommand)]
pub enum Note {
    /// Write a note, or an answer
    Write {
        #[command(flatten)]
        text: Text,
        /// Handle of our actor that writes [default: the network's]
        #[arg(long = "as", value_name = "HANDLE")]
        as_handle: Option<String>,
        /// Id of the case, comment or post it answers
        #[arg(long, value_name = "URL")]
        reply_to: Option<String>,
    },
    /// Give a note of ours another text
    Update {
        /// Its id
        note: String,
        #[command(flatten)]
        text: Text,
    },
    /// Delete a note of ours, here and wherever it went
    Delete {
        /// Its id
        note: String,
    },
}

#[derive(Debug, Args)]
#[group(skip)]
pub struct Text {
    /// The text, in Markdown
    #[arg(required_unless_present = "file")]
    pub text: Option<String>,
    /// Read the text from a file, or - for standard input
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub file: Option<PathBuf>,
    /// Language tag of the text, such as en
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Person {
    /// Make a citymaker's account
    Add {
        handle: String,
        #[command(flatten)]
        said: Said,
    },
    /// Change what a citymaker says of themselves; what is not named stays
    Edit {
        handle: String,
        #[command(flatten)]
        said: Said,
    },
    /// The citymakers of this instance
    List,
    /// End a citymaker's account for good; the handle is not given again
    Suspend {
        handle: String,
        /// Kept with the decision
        #[arg(long, default_value = "")]
        reason: String,
    },
}

#[derive(Debug, Args)]
#[group(skip)]
pub struct Said {
    #[arg(long)]
    pub name: Option<String>,
    /// A few sentences, plain text
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// Such as practitioner, politician or academic
    #[arg(long)]
    pub role: Option<String>,
    #[arg(long)]
    pub city: Option<String>,
    /// The network they work with
    #[arg(long)]
    pub network: Option<String>,
    /// Languages, with commas between: en,fr
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub languages: Vec<String>,
    /// Topics, with commas between: cycling,green-roofs
    #[arg(long, value_name = "TOPICS", value_delimiter = ',')]
    pub topics: Vec<String>,
    /// https address of a picture
    #[arg(long, value_name = "URL")]
    pub avatar_url: Option<String>,
    /// https address of a picture
    #[arg(long, value_name = "URL")]
    pub header_url: Option<String>,
    /// Id of another account of theirs
    #[arg(long, value_name = "URL")]
    pub also_known_as: Vec<String>,
    /// Whether they want to be listed among citymakers and suggested elsewhere [default: false]
    #[arg(long, value_name = "BOOL")]
    pub discoverable: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Report {
    /// Complaints about what is here, and those we sent
    List {
        /// Also those that are resolved, and ours
        #[arg(long)]
        all: bool,
    },
    /// Be done with a complaint
    Resolve {
        /// Its number, as `kontor report list` shows it
        number: i64,
        /// What was decided
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Complain to the server of an object or an account that is known here
    Send {
        /// Its id
        object: String,
        #[arg(long)]
        reason: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Message {
    /// What was written to citymakers alone
    List {
        /// Only to this citymaker
        #[arg(long, value_name = "HANDLE")]
        to: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Quote {
    /// The quotes that were agreed to
    List,
    /// Take an agreement back; the quoting server is told
    Revoke {
        /// Its id, as `kontor quote list` shows it
        id: String,
    },
}
