//! From defaults, file, environment and flags to one `Config`, or to the list of all faults.

use std::{
    collections::BTreeMap,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use figment::{
    Figment,
    providers::{Format, Serialized, Toml},
    value::{Dict, Value},
};

use super::{
    Config, ConfigError, Fault, Place, check,
    keys::{KEYS, kind_of, nearest, put, variable},
};

/// The file that is read when none is named.
const USUAL_FILE: &str = "kontor.toml";

/// More than this is no configuration file.
const MOST_BYTES: u64 = 1_048_576;

/// Variables that are ours but no keys: the file to read, the short form of `log.level`,
/// switches of the tests, and what Kubernetes sets for a Service that is called kontor.
const NOT_KEYS: &[&str] =
    &["KONTOR_CONFIG", "KONTOR_LOG", "KONTOR_TEST_", "KONTOR_SERVICE_", "KONTOR_PORT_"];

/// What the command line says; it wins over everything else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// `--domain`
    pub domain: Option<String>,
    /// `--port`
    pub port: Option<u16>,
    /// `--bind`
    pub bind: Option<String>,
    /// `--data-dir`
    pub data_dir: Option<PathBuf>,
    /// `--database-url`
    pub database_url: Option<String>,
    /// `--log-level`
    pub log_level: Option<String>,
}

impl Overrides {
    fn values(&self) -> Vec<(&'static str, &'static str, String)> {
        let Self { domain, port, bind, data_dir, database_url, log_level } = self;
        let path = data_dir.as_ref().map(|path| path.to_string_lossy().into_owned());
        [
            ("domain", "--domain", domain.clone()),
            ("port", "--port", port.map(|port| port.to_string())),
            ("bind", "--bind", bind.clone()),
            ("data_dir", "--data-dir", path),
            ("database.url", "--database-url", database_url.clone()),
            ("log.level", "--log-level", log_level.clone()),
        ]
        .into_iter()
        .filter_map(|(key, flag, value)| Some((key, flag, value?)))
        .collect()
    }
}

/// What has been set so far, by whom, and what was wrong with it.
#[derive(Default)]
struct Layers {
    tree: Dict,
    places: BTreeMap<String, Place>,
    faults: Vec<Fault>,
}

impl Config {
    /// Defaults, below the file, below the environment, below the flags.
    ///
    /// The file is `path` (`--config`), else the one named by `KONTOR_CONFIG`, else `kontor.toml`
    /// in the working directory if there is one. A variable that is set but empty counts as unset.
    /// All faults are reported together.
    pub fn load(
        path: Option<PathBuf>,
        overrides: &Overrides,
        env: impl Iterator<Item = (OsString, OsString)>,
    ) -> Result<Self, ConfigError> {
        let mut layers = Layers::default();
        let env = own_variables(env, &mut layers.faults);
        let named = path.or_else(|| env.get("KONTOR_CONFIG").map(PathBuf::from));
        match named {
            Some(path) => layers.read_file(&path),
            None if Path::new(USUAL_FILE).is_file() => layers.read_file(Path::new(USUAL_FILE)),
            None => {}
        }
        layers.read_variables(&env);
        for (key, flag, value) in overrides.values() {
            layers.set_text(key, Place::Flag(flag), &value);
        }
        layers.finish()
    }

    /// The same rules for settings that were put together in code.
    pub fn checked(mut self) -> Result<Self, ConfigError> {
        let faults = check::all(&mut self, &BTreeMap::new());
        if faults.is_empty() { Ok(self) } else { Err(ConfigError { faults }) }
    }
}

/// Variables that start with `KONTOR_` and are not empty.
fn own_variables(
    env: impl Iterator<Item = (OsString, OsString)>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (name, value) in env {
        let Some(name) = name.to_str().filter(|name| name.starts_with("KONTOR_")) else {
            continue;
        };
        match value.into_string() {
            Ok(value) if value.is_empty() => {}
            Ok(value) => {
                found.insert(name.to_owned(), value);
            }
            Err(_) => faults.push(Fault {
                key: String::new(),
                place: Place::Variable(name.to_owned()),
                message: "found bytes that are no UTF-8, expected text".into(),
            }),
        }
    }
    found
}

impl Layers {
    fn fault(&mut self, key: &str, place: Place, message: String) {
        self.faults.push(Fault { key: key.to_owned(), place, message });
    }

    fn read_file(&mut self, path: &Path) {
        let place = Place::File(path.to_owned(), 0);
        let text = match fs::metadata(path).and_then(|about| {
            if about.len() > MOST_BYTES {
                return Err(std::io::Error::other(format!("larger than {MOST_BYTES} bytes")));
            }
            fs::read_to_string(path)
        }) {
            Ok(text) => text,
            Err(error) => return self.fault("", place, format!("cannot be read: {error}")),
        };
        match Toml::from_str::<Dict>(&text) {
            Ok(tree) => {
                let lines = key_lines(&text);
                self.take(path, &lines, "", tree);
            }
            Err(error) => {
                let line = error.span().map_or(0, |span| {
                    1 + text.as_bytes()[..span.start].iter().filter(|b| **b == b'\n').count()
                });
                let message = format!("is no valid TOML: {}", error.message());
                self.fault("", Place::File(path.to_owned(), line), message);
            }
        }
    }

    fn take(&mut self, path: &Path, lines: &BTreeMap<String, usize>, section: &str, tree: Dict) {
        for (name, value) in tree {
            let key = if section.is_empty() { name } else { format!("{section}.{name}") };
            let line = lines.get(&key).or_else(|| lines.get(section)).copied().unwrap_or(0);
            let place = Place::File(path.to_owned(), line);
            let is_section = KEYS.iter().any(|(known, _)| known.starts_with(&format!("{key}.")));
            match value {
                Value::Dict(_, inner) if is_section => self.take(path, lines, &key, inner),
                value => self.set(&key, place, value),
            }
        }
    }

    fn read_variables(&mut self, env: &BTreeMap<String, String>) {
        if let Some(level) = env.get("KONTOR_LOG") {
            self.set_text("log.level", Place::Variable("KONTOR_LOG".into()), level);
        }
        for (name, value) in env {
            let place = Place::Variable(name.clone());
            if let Some((key, _)) = KEYS.iter().find(|(key, _)| variable(key) == *name) {
                self.set_text(key, place, value);
            } else if !NOT_KEYS
                .iter()
                .any(|own| if own.ends_with('_') { name.starts_with(own) } else { name == own })
            {
                let lower = name["KONTOR_".len()..].to_lowercase();
                let dotted = lower.replacen('_', ".", 1);
                let close = nearest(&dotted).or_else(|| nearest(&lower)).map(variable);
                self.fault("", place, unknown(close));
            }
        }
    }

    fn set(&mut self, key: &str, place: Place, value: Value) {
        let Some(kind) = kind_of(key) else {
            return self.fault(key, place, unknown(nearest(key).map(str::to_owned)));
        };
        if let Err(expected) = kind.check(&value) {
            let message = format!("found {}, expected {expected}", kind.found(&value));
            return self.fault(key, place, message);
        }
        put(&mut self.tree, key, value);
        self.places.insert(key.to_owned(), place);
    }

    fn set_text(&mut self, key: &str, place: Place, text: &str) {
        let Some(kind) = kind_of(key) else {
            return self.fault(key, place, unknown(None));
        };
        match kind.read(text) {
            Ok(value) => self.set(key, place, value),
            Err(expected) => {
                let found = kind.found(&Value::from(text));
                let mut message = format!("found {found}, expected {expected}");
                if key == "port" && text.starts_with("tcp://") {
                    message.push_str(
                        "; Kubernetes sets this for a Service called kontor: \
                         set enableServiceLinks to false",
                    );
                }
                self.fault(key, place, message);
            }
        }
    }

    fn finish(mut self) -> Result<Config, ConfigError> {
        let merged = Figment::from(Serialized::defaults(Config::default()))
            .merge(Serialized::defaults(&self.tree))
            .extract::<Config>();
        match merged {
            Ok(mut config) => {
                self.faults.extend(check::all(&mut config, &self.places));
                if self.faults.is_empty() {
                    return Ok(config);
                }
            }
            // Every value was checked before, so this is a gap in that check: still say it.
            Err(error) => {
                for error in error {
                    let key = error.path.join(".");
                    let place = self.places.get(&key).cloned().unwrap_or(Place::Default);
                    self.fault(&key, place, error.kind.to_string());
                }
            }
        }
        Err(ConfigError { faults: self.faults })
    }
}

fn unknown(nearest: Option<String>) -> String {
    match nearest {
        Some(nearest) => format!("unknown key; did you mean {nearest}?"),
        None => "unknown key; config/kontor.toml lists all there are".into(),
    }
}

/// The line of each `key =` and `[section]`, as far as a look at the text can tell.
fn key_lines(text: &str) -> BTreeMap<String, usize> {
    let (mut lines, mut section) = (BTreeMap::new(), String::new());
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            section = name.trim_matches(['[', ' ']).to_owned();
            lines.entry(section.clone()).or_insert(at + 1);
        } else if let Some((name, _)) = line.split_once('=').filter(|_| !line.starts_with('#')) {
            let name = name.trim().replace(['"', '\'', ' '], "");
            let key = if section.is_empty() { name } else { format!("{section}.{name}") };
            lines.entry(key).or_insert(at + 1);
        }
    }
    lines
}
