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
    /// Take a comment out of sight
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
