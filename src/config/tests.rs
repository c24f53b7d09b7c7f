//! What the settings promise: who wins, what is refused, and how the refusal reads.

use std::{collections::BTreeSet, ffi::OsString, fs, path::PathBuf};

use super::{
    AcceptFollows, Config, ConfigError, Overrides,
    keys::{KEYS, distance, nearest, variable},
};

fn env(pairs: &[(&str, &str)]) -> std::vec::IntoIter<(OsString, OsString)> {
    let pairs = pairs.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
    pairs.collect::<Vec<_>>().into_iter()
}

fn load(file: &str, variables: &[(&str, &str)], flags: Overrides) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("k.toml");
    fs::write(&path, file).unwrap();
    Config::load(Some(path), &flags, env(variables))
}

fn faults(file: &str, variables: &[(&str, &str)]) -> Vec<String> {
    let error = load(file, variables, Overrides::default()).unwrap_err();
    error.faults.iter().map(ToString::to_string).collect()
}

/// The one fault, without the folder that the file was in.
fn fault(file: &str) -> String {
    let all = faults(file, &[]);
    assert_eq!(all.len(), 1, "{all:#?}");
    let (before, after) = all[0].split_once("k.toml").expect("the file is named");
    match before.split_once('(') {
        Some((key, _)) => format!("{key}(k.toml{after}"),
        None => format!("k.toml{after}"),
    }
}

#[test]
fn nothing_at_all_is_a_loopback_instance() {
    let config = load("", &[], Overrides::default()).unwrap();
    assert_eq!(config, Config::default());
    assert!(config.is_loopback() && config.insecure_local_federation());
    assert_eq!(config.origin(), "http://localhost:8080");
    assert_eq!(config.database_url(), "sqlite://kontor-data/kontor.sqlite");
    assert_eq!(config.network_name(), "Kontor");
}

#[test]
fn a_domain_makes_it_public_and_strict() {
    let config = load("domain = 'Städte.example.ORG'", &[], Overrides::default()).unwrap();
    assert_eq!(config.origin(), "https://xn--stdte-hra.example.org");
    assert!(!config.is_loopback() && !config.insecure_local_federation());
}

#[test]
fn flags_win_over_variables_and_variables_over_the_file() {
    let file = "port = 1\ndata_dir = 'file'\n[limits]\ncollection_page_items = 3";
    let variables = [("KONTOR_PORT", "2"), ("KONTOR_DATA_DIR", "env")];
    let flags = Overrides { port: Some(3), ..Overrides::default() };
    let config = load(file, &variables, flags).unwrap();
    assert_eq!(config.port, 3);
    assert_eq!(config.data_dir, PathBuf::from("env"));
    assert_eq!(config.limits.collection_page_items, 3);
    assert_eq!(config.limits.admin_page_items, 1_000, "others keep their default");
}

#[test]
fn underscores_in_variables_are_not_mistaken_for_sections() {
    let variables = [
        ("KONTOR_LIMITS_INBOX_BODY_BYTES", "20000"),
        ("KONTOR_FEDERATION_ACCEPT_FOLLOWS", "approved"),
        ("KONTOR_FEDERATION_ALLOWED_RANGES", "10.0.0.0/8, fd00::1"),
        ("KONTOR_BEHIND_PROXY", "1"),
        ("KONTOR_NETWORK_NAME", "42"),
        ("KONTOR_NETWORK_WELCOME", ""),
        ("KONTOR_LOG", "debug"),
        ("KONTOR_TEST_POSTGRES", "postgres://"),
        ("HOME", "/root"),
    ];
    let config = load("network.welcome = 'hello'", &variables, Overrides::default()).unwrap();
    assert_eq!(config.limits.inbox_body_bytes, 20_000);
    assert_eq!(config.federation.accept_follows, AcceptFollows::Approved);
    let ranges: Vec<_> = config.federation.allowed_ranges.iter().map(|r| r.to_string()).collect();
    assert_eq!(ranges, ["10.0.0.0/8", "fd00::1/128"]);
    assert!(config.behind_proxy);
    assert_eq!(config.network.name, "42", "text stays text");
    assert_eq!(config.network.welcome, "hello", "an empty variable counts as unset");
    assert_eq!(config.log.level, "debug");
}

#[test]
fn each_wrong_value_is_named_with_its_line() {
    for (file, expected) in [
        ("\nport = 0", "port (k.toml:2): found 0, expected a whole number from 1 to 65535"),
        ("port = '80'", "port (k.toml:1): found \"80\", expected a whole number from 1 to 65535"),
        ("bind = 'localhost'", "bind (k.toml:1): found \"localhost\", expected an IP address"),
        ("[limits]\n\ninbox_json_depth = 2.5", "limits.inbox_json_depth (k.toml:3): found 2.5,"),
        ("limits = 3", "limits (k.toml:1): unknown key"),
        ("[log]\nformat = 'xml'", "log.format (k.toml:2): found \"xml\", expected text or json"),
        ("[log]\nlevel = 'ifno'", "log.level (k.toml:2): found \"ifno\", expected one of off,"),
        ("federation.ca_files = 'a.pem'", "federation.ca_files (k.toml:1): found \"a.pem\", "),
        ("federation.ca_files = ['a.pem']", "federation.ca_files (k.toml:1): found \"a.pem\", "),
        ("data_dir = ''", "data_dir (k.toml:1): found \"\", expected a path"),
        ("domain = 'https://a.org'", "domain (k.toml:1): found \"https://a.org\", expected a publ"),
        ("domain = '192.0.2.1'", "domain (k.toml:1): found \"192.0.2.1\", expected a public host"),
        ("bind = '0.0.0.0'", "bind (k.toml:1): found 0.0.0.0, expected a loopback address"),
        ("[network]\nslug = 'Eurocities'", "network.slug (k.toml:2): found \"Eurocities\", expe"),
        ("[network]\nslug = 'sdg11'", "network.slug (k.toml:2): found \"sdg11\", which is kept"),
        ("[network]\nlanguage = 'english'", "network.language (k.toml:2): found \"english\""),
        ("[network]\nsource_url = 'javascript:1'", "network.source_url (k.toml:2): found \"javas"),
        ("[network]\nwebsite = 'x.org'", "network.website (k.toml:2): found \"x.org\", expecte"),
        ("\na = = 1", "k.toml:2: is no valid TOML: "),
    ] {
        let said = fault(file);
        assert!(said.starts_with(expected), "{said}");
    }
}

#[test]
fn an_unknown_key_is_told_its_neighbour() {
    let said = fault("[limits]\ninbx_body_bytes = 1");
    assert!(said.contains("did you mean limits.inbox_body_bytes?"), "{said}");
    let said = fault("inbox_body_bytes = 1");
    assert!(said.contains("did you mean limits.inbox_body_bytes?"), "{said}");
    let said = &faults("", &[("KONTOR_LIMIT_INBOX_BODY_BYTES", "1")])[0];
    assert!(said.contains("did you mean KONTOR_LIMITS_INBOX_BODY_BYTES?"), "{said}");
    let said = fault("quux = 1");
    assert!(said.contains("lists all there are"), "{said}");
}

#[test]
fn all_faults_are_told_at_once_each_with_its_place() {
    let variables = [("KONTOR_PORT", "tcp://10.0.0.1:80"), ("KONTOR_DATADIR", "x")];
    let flags = Overrides { bind: Some("nowhere".into()), ..Overrides::default() };
    let error = load("[log]\nformat = 1", &variables, flags).unwrap_err();
    let text = error.to_string();
    assert!(
        text.starts_with("the configuration cannot be used, 4 settings are wrong:\n"),
        "{text}"
    );
    for part in [
        "k.toml:2): found 1, expected text or json",
        "port (environment variable KONTOR_PORT): found \"tcp://10.0.0.1:80\"",
        "enableServiceLinks",
        "environment variable KONTOR_DATADIR: unknown key; did you mean KONTOR_DATA_DIR?",
        "bind (--bind): found \"nowhere\"",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_file_that_was_named_must_be_there() {
    let path = Some(PathBuf::from("/nonexistent/k.toml"));
    let error = Config::load(path, &Overrides::default(), env(&[])).unwrap_err();
    assert!(error.to_string().contains("/nonexistent/k.toml: cannot be read"), "{error}");
    let variables = [("KONTOR_CONFIG", "/nonexistent/other.toml")];
    let error = Config::load(None, &Overrides::default(), env(&variables)).unwrap_err();
    assert!(error.to_string().contains("/nonexistent/other.toml"), "{error}");
}

#[test]
fn plain_http_and_a_public_name_exclude_each_other() {
    let said = fault("domain = 'a.example'\n[federation]\ninsecure_local_federation = true");
    assert!(said.contains("remove one of the two"), "{said}");
}

#[test]
fn a_pale_accent_is_refused_with_its_contrast() {
    let said = fault("[network]\naccent = '#777777'");
    assert!(said.contains("#777777 has a contrast of 4.29 on #fbfaf7"), "{said}");
    let said = fault("[network]\naccent = 'teal'");
    assert!(said.contains("expected a colour such as #0b5c6b"), "{said}");
    load("[network]\naccent = '#000000'", &[], Overrides::default()).unwrap();
}

#[test]
fn a_password_is_never_shown() {
    let url = "mysql://kontor:hunter2@db/kontor";
    let said = &faults("", &[("KONTOR_DATABASE_URL", url)])[0];
    assert!(said.contains("postgres://") && !said.contains("hunter2"), "{said}");
    let mut config = Config::default();
    config.database.url = url.into();
    assert!(!format!("{config:?}").contains("hunter2"));
}

#[test]
fn the_list_of_keys_is_the_fields_of_the_settings() {
    let mut fields = BTreeSet::new();
    for (name, value) in serde_json::to_value(Config::default()).unwrap().as_object().unwrap() {
        match value.as_object() {
            Some(section) => fields.extend(section.keys().map(|key| format!("{name}.{key}"))),
            None => {
                fields.insert(name.clone());
            }
        }
    }
    let listed: BTreeSet<_> = KEYS.iter().map(|(key, _)| (*key).to_owned()).collect();
    assert_eq!(listed, fields);
    let variables: BTreeSet<_> = KEYS.iter().map(|(key, _)| variable(key)).collect();
    assert_eq!(variables.len(), KEYS.len(), "two keys share a variable");
}

#[test]
fn every_default_passes_its_own_rules() {
    Config::default().checked().unwrap();
}

#[test]
fn odd_paths_reach_the_database_whole() {
    let config = Config { data_dir: "/srv/50% done?".into(), ..Config::default() };
    assert_eq!(config.database_url(), "sqlite:///srv/50%25 done%3F/kontor.sqlite");
}

#[test]
fn distance_counts_edits() {
    assert_eq!(distance("kitten", "sitting"), 3);
    assert_eq!(nearest("prot"), Some("port"));
    assert_eq!(nearest("completely_different"), None);
}
