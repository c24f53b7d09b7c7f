//! The commands that govern other servers, and their flags.

use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub enum Peers {
    /// One server: standing, what is here of it, how sending goes
    Show { host: String },
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
