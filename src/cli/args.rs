//! The commands and their flags.

use std::{net::IpAddr, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use super::args_governing::{Applications, Apply, Decide, Peers, Quarantine, Relay, RelayKind};

use crate::config::Overrides;

const EXIT_CODES: &str = "\
Settings come from flags, then KONTOR_… variables, then the configuration file; config/kontor.toml
lists them all. Every command works beside a running server: it writes to the same database, and
the server notices within a second.

Exit codes: 0 done; 1 something was refused or did not succeed; 2 it could not begin (wrong usage,
settings, file or database).";

/// Publishes a city network's case studies and shares them with other networks.
#[derive(Debug, Parser)]
#[command(name = "kontor", version, propagate_version = true, after_help = EXIT_CODES)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Which instance is meant.
#[derive(Clone, Debug, Default, Args)]
pub struct Place {
    /// Configuration file [default: kontor.toml in this directory, if there is one]
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of the instance's data [default: kontor-data]
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// Port of the instance [default: 8080]
    #[arg(long, global = true, value_name = "PORT")]
    pub port: Option<u16>,
    /// Database, when it is not the file in the data folder; others on this machine can see
    /// flags, so better use KONTOR_DATABASE_URL
    #[arg(long, global = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// What to log: error, warn, info, debug, or a list such as info,kontor::federation=debug
    #[arg(long, global = true, value_name = "LEVEL")]
    pub log_level: Option<String>,
}

impl Place {
    pub fn overrides(&self) -> Overrides {
        let Self { config: _, data_dir, port, database_url, log_level } = self.clone();
        Overrides { data_dir, port, database_url, log_level, ..Overrides::default() }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the instance until it is told to stop
    Serve(Serve),
    /// Ask whether the instance on this machine is well
    Health,
    /// Put case studies in from a file of JSON Lines, or from a spreadsheet
    Import(Box<Import>),
    /// Write all case studies to a file
    Export(Export),
    /// Publish, change, withdraw and look at case studies
    #[command(subcommand)]
    Case(Case),
    /// Show how a case will look on other servers, and what to beware of
    Preview(Preview),
    /// Follow another network: its cases appear in the common feed
    Follow(Follow),
    /// No longer follow another network; what came from it stays
    Unfollow(Unfollow),
    /// Whom this instance follows, and how far their catalogues are read
    Following,
    /// Read the catalogue of a followed host again, from its beginning
    ReadAgain {
        /// Host, as `kontor following` shows it
        host: String,
    },
    /// Comments under cases: look through them, allow, hide, reject
    #[command(subcommand)]
    Comment(super::talk::args::Comment),
    /// What our own actors write: answers and notes
    #[command(subcommand)]
    Note(super::talk::args::Note),
    /// Citymakers of this instance
    #[command(subcommand)]
    Person(super::talk::args::Person),
    /// Who may sign in, and with which role
    #[command(subcommand)]
    Account(super::accounts::Accounts),
    /// What was written to people, and what became of it
    #[command(subcommand)]
    Mail(super::mail::Mail),
    /// Pictures and documents that are kept here
    #[command(subcommand)]
    Media(super::media::Media),
    /// Complaints: about what is here, and to others
    #[command(subcommand)]
    Report(super::talk::args::Report),
    /// What was written to citymakers alone
    #[command(subcommand)]
    Message(super::talk::args::Message),
    /// Quotes of what is ours
    #[command(subcommand)]
    Quote(super::talk::args::Quote),
    /// Searches that others can follow under a handle of their own
    #[command(subcommand)]
    Feed(Feed),
    /// The keys this instance's actors sign with, and their replacement
    #[command(subcommand)]
    Keys(Keys),
    /// How followed catalogues compared with our copies, and what was healed
    Compare {
        /// Compare this host's catalogue now
        host: Option<String>,
        /// With a host: give up waiting after so many seconds
        #[arg(long, value_name = "SECONDS", default_value = "60")]
        timeout: u64,
    },
    /// Other servers: standing, last answer, next try, cases; and deciding on them
    Peers {
        #[command(subcommand)]
        command: Option<Peers>,
    },
    /// Cases of servers that are not trusted: show them or not, one by one
    #[command(subcommand)]
    Quarantine(Quarantine),
    /// Cases on their way from their authors to the public: what waits, and its steps
    #[command(subcommand)]
    Desk(super::desk::Desk),
    /// Ask another network to take this one for a partner
    Apply(Apply),
    /// Networks that ask to be our partners, and those we asked
    #[command(subcommand)]
    Applications(Applications),
    /// What visitors suggest for the directory of networks
    #[command(subcommand)]
    Suggestions(super::args_governing::Suggestions),
    /// Servers that pass on what is public
    #[command(subcommand)]
    Relay(Relay),
    /// What was sent where: lanes, answers, next tries
    Deliveries(Deliveries),
    /// Make and revoke tokens for the admin API
    Token {
        #[command(subcommand)]
        command: Option<Token>,
    },
    /// Check and show the settings
    #[command(subcommand)]
    Config(Config),
    /// Watch three networks exchange their cases on this machine
    Demo(Demo),
    /// Measure this program on this machine, as PERFORMANCE.md shows it
    #[command(hide = true)]
    Bench(Bench),
}

#[derive(Debug, Args)]
pub struct Preview {
    /// Id of one of this network's cases
    pub case: String,
    /// Whose eyes to see it with
    #[arg(long = "as", value_enum, default_value = "all")]
    pub seen_as: Eyes,
    /// The same as JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Eyes {
    Mastodon,
    #[value(name = "gotosocial")]
    GoToSocial,
    Lemmy,
    Friendica,
    Kontor,
    All,
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Address to listen on [default: 127.0.0.1]
    #[arg(long, value_name = "ADDRESS")]
    pub bind: Option<IpAddr>,
    /// Public host name of the instance
    #[arg(long, value_name = "DOMAIN")]
    pub domain: Option<String>,
    /// Stop when standard input ends, so that no demo instance outlives the demo
    #[arg(long, hide = true)]
    pub stop_with_stdin: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Each line is one record of vocabulary/case.schema.json. A record whose id is new goes in as its
`editorial` part says; one with a newer `updated` than what is here becomes a revision; an equal or
older one is left. One that is refused is reported with all its faults and does not touch the
others.

A file named .csv, .tsv or .xlsx is a spreadsheet: its columns are matched to fields by their names,
its rows become drafts at the desk or published cases, all of them in one step or none. --preview
says what would happen; rows that cannot be taken have to be left out expressly.

Exit codes: 0 nothing was refused; 1 something was refused, everything else went in (of a spreadsheet
only with --leave-out); 2 the file or the database cannot be read.")]
pub struct Import {
    /// File of JSON Lines, or - for standard input; or a spreadsheet
    pub file: PathBuf,
    /// Say what would happen, and change nothing
    #[arg(long, visible_alias = "preview")]
    pub dry_run: bool,
    /// Only say what was refused
    #[arg(long, conflicts_with = "json")]
    pub quiet: bool,
    /// The report as JSON
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub sheet: Spreadsheet,
}

/// How a spreadsheet is taken in.
#[derive(Debug, Args)]
#[command(next_help_heading = "For spreadsheets")]
pub struct Spreadsheet {
    /// What rows become
    #[arg(long = "as", value_enum, value_name = "WHAT", default_value = "drafts")]
    pub mode: RowsAs,
    /// A mapping that the desk remembers by this name, or a file of JSON with one
    #[arg(long, value_name = "NAME|FILE")]
    pub map: Option<String>,
    /// Sheet of a workbook, by its name
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Characters of a text file: auto, utf-8 or windows-1252
    #[arg(long, value_name = "NAME", default_value = "auto")]
    pub charset: String,
    /// Language of rows that do not say theirs
    #[arg(long, value_name = "TAG")]
    pub language: Option<String>,
    /// Licence of rows that do not say theirs
    #[arg(long, value_name = "ID")]
    pub licence: Option<String>,
    /// What becomes of rows that are probably here already
    #[arg(long, value_enum, value_name = "WHAT", default_value = "skip")]
    pub duplicates: Duplicates,
    /// Leave out rows that cannot be taken; without this nothing goes in when there are any
    #[arg(long)]
    pub leave_out: bool,
    /// Handle of who the drafts belong to; otherwise editors find them at the desk
    #[arg(long, value_name = "HANDLE")]
    pub author: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RowsAs {
    Drafts,
    Published,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Duplicates {
    Skip,
    Update,
    Add,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// JSON Lines: complete; importing it again changes nothing
    Jsonl,
    /// For spreadsheets: says what it leaves out
    Csv,
}

#[derive(Debug, Args)]
#[command(after_help = "\
The export is the owner's: it holds the e-mail addresses of contacts unless --public leaves them
out.")]
pub struct Export {
    #[arg(long, value_enum, default_value = "jsonl")]
    pub format: Format,
    /// Where to, instead of standard output; written whole or not at all
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Also drafts and withdrawn cases
    #[arg(long)]
    pub all: bool,
    /// Also the cases of other networks that are shown here
    #[arg(long)]
    pub include_partners: bool,
    /// Without the e-mail addresses of contacts
    #[arg(long)]
    pub public: bool,
}

#[derive(Debug, Subcommand)]
pub enum Case {
    /// Publish a case that is here already, or a new one from a file
    Publish {
        /// Its id, or a file with one record as JSON, or - for standard input
        case: String,
    },
    /// Replace a published case by a new revision
    Update {
        /// File with the record as JSON, or - for standard input
        file: String,
    },
    /// Take a published case back, here and wherever it went
    Withdraw {
        id: String,
        /// Shown to whoever asks for the case
        #[arg(long)]
        reason: String,
    },
    /// Show a case first on the network's profile
    Feature { id: String },
    /// No longer show a case first
    Unfeature { id: String },
    /// Show one case
    Show {
        /// Its id, or the last part of its page's address
        id: String,
        /// The whole record as JSON
        #[arg(long)]
        json: bool,
    },
    /// List the cases of this network
    List,
}

#[derive(Debug, Args)]
pub struct Follow {
    /// DOMAIN of the other instance, @user@host, or the URL of an actor
    pub whom: String,
    /// Handle of our actor that follows [default: the network's]
    #[arg(long = "as", value_name = "HANDLE")]
    pub as_handle: Option<String>,
    /// Wait until their catalogue is here
    #[arg(long)]
    pub wait: bool,
    /// With --wait: give up after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "120")]
    pub timeout: u64,
}

#[derive(Debug, Args)]
pub struct Unfollow {
    /// As it was followed, or as `kontor following` shows it
    pub whom: String,
    /// Handle of our actor that follows [default: the network's]
    #[arg(long = "as", value_name = "HANDLE")]
    pub as_handle: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Feed {
    /// Make a search public under a handle: whoever follows it gets every new case that fits
    ///
    /// Topics, goals, cities, countries and languages have handles by themselves: @topic-cycling,
    /// @sdg11, @city-de-berlin, @country-es, @lang-fr.
    Publish {
        handle: String,
        /// The search as in the address of a list: topic=cycling&country=DK&q=school
        #[arg(long, value_name = "SEARCH")]
        query: String,
        /// What people read [default: the handle]
        #[arg(long, default_value = "")]
        name: String,
    },
    /// End a search that was made public; its handle is not given again
    End { handle: String },
    /// The searches that were made public
    List,
}

#[derive(Debug, Subcommand)]
pub enum Keys {
    /// The keys each actor shows: those in use, and replaced ones in their overlap
    List {
        /// Of this actor only: @metropolis, cases …
        handle: Option<String>,
    },
    /// Put new keys in the place of an actor's, or of everybody's: at once, and its followers are told
    ///
    /// What was signed before can be checked for as long as federation.key_overlap_days says.
    Rotate {
        /// Of this actor only: @metropolis, cases …
        handle: Option<String>,
    },
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Deliveries {
    /// Only to this host
    #[arg(long, value_name = "HOST")]
    pub host: Option<String>,
    /// What became of one case, at every inbox it is for
    #[arg(long, value_name = "ID", conflicts_with = "host")]
    pub case: Option<String>,
    #[command(subcommand)]
    pub command: Option<Delivery>,
}

#[derive(Debug, Subcommand)]
pub enum Delivery {
    /// Open the parked lanes of a host and try it at once
    Resume { host: String },
    /// Send once more what an inbox refused
    Resend {
        inbox: String,
        /// Number of the activity, as `kontor deliveries --case` shows it
        seq: i64,
    },
    /// Send once more everything that was refused
    ResendAll {
        /// Only to this host
        #[arg(long, value_name = "HOST")]
        host: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token; it is shown this once
    Make {
        /// What it is for
        label: String,
    },
    /// The tokens there are, never themselves
    List,
    /// Make a token invalid
    Revoke {
        /// Its id, as `kontor token list` shows it
        id: String,
    },
}

#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Config {
    /// Say whether the settings can be used, and what is wrong otherwise
    Check,
    /// Show every setting as it is in effect, without secrets
    Show,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Starts Metropolis, Eurocities and URBACT as three instances, imports the sample cases, makes each
follow both others, waits until every common feed holds all cases, and stays until Ctrl-C.

Exit codes: 0 all cases arrived everywhere; 1 they did not, or an instance failed; 2 it could not
begin.")]
pub struct Demo {
    /// Keep the data here [default: a temporary folder, removed at the end]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Make the three databases on the PostgreSQL server of this URL, instead of files
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
    /// End as soon as all cases are everywhere
    #[arg(long)]
    pub once: bool,
    /// The three ports; one that is taken is replaced by the next free one
    #[arg(long, value_name = "PORTS", value_delimiter = ',', num_args = 1,
          default_values_t = [8081, 8082, 8083])]
    pub ports: Vec<u16>,
    /// Give up after so many seconds
    #[arg(long, value_name = "SECONDS", default_value = "120")]
    pub timeout: u64,
}

#[derive(Debug, Args)]
pub struct Bench {
    /// bounds, start, pages, inbox, deliveries, crowd, catalogue, search, site [default: all]
    pub parts: Vec<String>,
    /// Size of the large catalogue that is searched and shown
    #[arg(long, value_name = "COUNT", default_value = "100000")]
    pub cases: usize,
    /// An empty PostgreSQL database, to measure the large catalogue there too
    #[arg(long, value_name = "URL")]
    pub postgres: Option<String>,
    /// Keep the large catalogue in this folder, and use the one that is there
    #[arg(long, value_name = "FOLDER")]
    pub keep: Option<PathBuf>,
}
