//! The commands that govern other servers, and their flags.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Peers {
    /// One server: standing, what is here of it, how sending goes
    Show {
        host: String,
        /// As one JSON object
        #[arg(long)]
        json: bool,
    },
    /// Show its cases
    Trust(Decide),
    /// Let its new cases wait for an editor; what is shown stays so
    Quarantine(Decide),
    /// Keep its cases, and do not show them
    Limit(Decide),
    /// Let nothing of it in, hide what is here, end follows on both sides
    Block(Decide),
    /// Take the decision on a server back: it stands as an unknown one, or as lists have it
    Forget { host: String },
    /// Write the list of what is blocked and limited, as Mastodon does
    Export {
        /// The one format there is
        #[arg(long, default_value = "csv", value_parser = ["csv"])]
        format: String,
        /// Where to, instead of standard output
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Take over a list of domains in Mastodon's format
    ///
    /// What is stricter here stays, and so do hosts that we follow.
    Import {
        /// File of CSV, or - for standard input
        file: PathBuf,
        /// Say what would happen, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The list counts, whatever was decided here
        #[arg(long)]
        replace: bool,
    },
    /// Read a list of domains again and again, and keep out what it names
    Subscribe {
        /// Address of the list, in Mastodon's format
        url: String,
    },
    /// End the subscription of a list; what it kept out is let in again
    Unsubscribe {
        /// Its address, or its id as `kontor peers lists` shows it
        list: String,
    },
    /// The lists that are subscribed to, or what one of them says
    Lists {
        /// Its address or id
        list: Option<String>,
        /// Only what is to be decided by you
        #[arg(long)]
        conflicts: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum Suggestions {
    /// Those that wait
    List {
        /// Also those that are done
        #[arg(long)]
        all: bool,
    },
    /// All that one of them says, with how its author can be reached
    Show {
        /// Its id, as the list shows it
        id: String,
    },
    /// Be done with one; how to reach its author is deleted
    Done {
        /// Its id
        id: String,
        /// What became of it
        #[arg(long, default_value = "")]
        note: String,
    },
}

#[derive(Debug, Args)]
pub struct Apply {
    /// The domain of the other network
    pub host: String,
    /// What its editors read
    #[arg(long)]
    pub message: String,
}

#[derive(Debug, Subcommand)]
pub enum Applications {
    /// Who asks to be our partner, and whom we asked
    List,
    /// Trust the applicant's host, follow it, and tell it so
    Accept {
        /// Its id, as the list shows it
        id: String,
        /// Kept with the decision
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Tell the applicant that it is not taken for a partner
    Decline {
        /// Its id, as the list shows it
        id: String,
        /// Kept with the decision, not told
        #[arg(long)]
        reason: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RelayKind {
    /// By its address: an inbox is Mastodon's kind, anything else LitePub's
    Auto,
    Mastodon,
    Litepub,
}

#[derive(Debug, Subcommand)]
pub enum Relay {
    /// Ask a relay to pass on to us what others publish
    ///
    /// Case studies are taken by the standing of their own host.
    Add {
        /// Address of its inbox (Mastodon's kind) or its actor (LitePub's)
        url: String,
        #[arg(long, value_enum, default_value = "auto")]
        kind: RelayKind,
        /// Give it what we publish, too
        #[arg(long)]
        publish: bool,
        /// Show what it passes on although its author's host is unknown
        #[arg(long)]
        trust: bool,
    },
    /// The relays, and whether they take us
    List,
    /// Leave a relay
    Remove {
        /// Its address or id
        relay: String,
    },
}

#[derive(Debug, Args)]
pub struct Decide {
    /// A decision that keeps things out also holds for the domains below
    pub host: String,
    /// Kept with the decision, for colleagues
    #[arg(long, default_value = "")]
    pub reason: String,
    /// What others may read of it where the list of domains is passed on
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub public_comment: String,
    /// Say what would be hidden, shown and ended, and change nothing
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Subcommand)]
pub enum Quarantine {
    /// What waits, oldest first
    List {
        /// Only from this host
        #[arg(long, value_name = "HOST")]
        host: Option<String>,
        /// What was declined, instead
        #[arg(long, conflicts_with = "adopted")]
        declined: bool,
        /// What was adopted, instead
        #[arg(long)]
        adopted: bool,
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
    /// Show a case
    Adopt {
        /// Its id, as `kontor quarantine list` shows it, or its address
        case: String,
        /// Kept with the decision
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Keep a case, and never show it
    Decline {
        /// Its id, as `kontor quarantine list` shows it, or its address
        case: String,
        /// Kept with the decision
        #[arg(long)]
        reason: String,
    },
}
