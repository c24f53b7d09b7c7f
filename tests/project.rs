//! The project's own files: what the documents, the settings and the build say must be so.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use kontor::config::{Config, Overrides};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// All files below a folder of the project, by their path in it.
fn files(folder: &str) -> Vec<String> {
    let (mut found, mut open) = (Vec::new(), vec![PathBuf::from(folder)]);
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(root().join(&folder)) else { continue };
        for entry in entries {
            let entry = entry.unwrap();
            let path = folder.join(entry.file_name());
            match entry.file_type().unwrap().is_dir() {
                true => open.push(path),
                false => found.push(path.to_str().unwrap().to_owned()),
            }
        }
    }
    found.sort();
    found
}

fn sources() -> impl Iterator<Item = String> {
    let folders = ["src", "tests", "benches"];
    folders.into_iter().flat_map(files).filter(|path| path.ends_with(".rs"))
}

/// The documents people read first, and the decisions.
fn documents() -> Vec<String> {
    let top = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name());
    let top = top.map(|name| name.to_str().unwrap().to_owned());
    top.filter(|name| name.ends_with(".md")).chain(files("adr")).collect()
}

/// The texts between backticks, outside of code blocks.
fn quoted(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|prose| prose.split('`').skip(1).step_by(2)).collect()
}

#[test]
fn the_documented_settings_are_the_defaults() {
    let path = root().join("config/kontor.toml");
    let config = Config::load(Some(path), &Overrides::default(), std::iter::empty()).unwrap();
    assert_eq!(config, Config::default());
}

#[test]
fn every_setting_is_documented() {
    let (mut section, mut before, mut documented) = (String::new(), "", BTreeSet::new());
    let text = read("config/kontor.toml");
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            section = format!("{}.", name.trim_end_matches(']'));
        } else if let Some((name, _)) = line.trim_start_matches("# ").split_once(" = ")
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        {
            assert!(before.starts_with("# "), "{section}{name} has no comment above it");
            documented.insert(format!("{section}{name}"));
        }
        before = line;
    }
    let mut keys = BTreeSet::new();
    for (name, value) in serde_json::to_value(Config::default()).unwrap().as_object().unwrap() {
        match value.as_object() {
            Some(inner) => keys.extend(inner.keys().map(|key| format!("{name}.{key}"))),
            None => {
                keys.insert(name.clone());
            }
        }
    }
    assert_eq!(documented, keys);
}

#[test]
fn documents_name_only_files_that_are_there() {
    let mut missing = Vec::new();
    for document in documents() {
        for name in quoted(&read(&document)) {
            let name = name.trim_end_matches('/');
            let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-./".contains(&b));
            let ends = [".rs", ".md", ".sql", ".json", ".lock", ".yaml", ".txt", ".svg"];
            let starts = ["src/", "tests/", "ci/", ".ci/", "adr/", "config/", "migrations/"];
            let more = ["vocabulary/", "locales/", "templates/", "assets/", "benches/"];
            let path = ends.iter().any(|end| name.ends_with(end))
                || starts.iter().chain(&more).any(|start| name.starts_with(start));
            if plain && path && !root().join(name).exists() {
                missing.push(format!("{document} names {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "\n{}", missing.join("\n"));
}

#[test]
fn the_map_shows_every_module() {
    let (map, lib) = (read("ARCHITECTURE.md"), read("src/lib.rs"));
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let unseen: Vec<_> = modules.filter(|name| !map.contains(&format!("| `{name}` |"))).collect();
    assert!(unseen.is_empty(), "ARCHITECTURE.md has no row for {unseen:?}");
}

#[test]
fn every_source_file_says_what_lives_there_and_is_about_one_thing() {
    let mut faults = Vec::new();
    for path in sources() {
        let text = read(&path);
        if !text.starts_with("//! ") {
            faults.push(format!("{path} does not open with a sentence (//!)"));
        }
        let lines = text.lines().count();
        if lines > 500 {
            faults.push(format!("{path} has {lines} lines: it is about two things"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_dependency_has_its_sentence_and_every_sentence_its_dependency() {
    let (toml, decisions) = (read("Cargo.toml"), read("adr/0002-dependencies.md"));
    let (mut section, mut used) = ("", BTreeSet::new());
    for line in toml.lines() {
        if line.starts_with('[') {
            section = line;
        } else if let Some((name, _)) = line.split_once([' ', '.', '=']) {
            let counts = section.ends_with("dependencies]") && !line.starts_with('#');
            if counts && !name.is_empty() {
                used.insert(name);
            }
        }
    }
    let taken = decisions.split("## Not taken").next().unwrap();
    let explained: BTreeSet<_> = taken
        .lines()
        .filter_map(|line| Some(line.strip_prefix("* `")?.split_once("`: ")?.0))
        .collect();
    assert_eq!(explained, used);
}

#[test]
fn the_licence_is_the_agpl() {
    let text = read("LICENSE");
    assert!(text.trim_start().starts_with("GNU AFFERO GENERAL PUBLIC LICENSE"));
    assert!(text.contains("13. Remote Network Interaction"), "the text is whole");
    assert_eq!(env!("CARGO_PKG_LICENSE"), "AGPL-3.0-only");
}

#[test]
fn one_version_of_rust_is_named_everywhere() {
    let toolchain = read("rust-toolchain.toml");
    let version = toolchain.split('"').nth(1).unwrap();
    let minor = version.rsplit_once('.').unwrap().0;
    assert_eq!(env!("CARGO_PKG_RUST_VERSION"), minor);
    assert!(read("Dockerfile").contains(&format!("FROM rust:{version}-slim-bookworm")));
    assert!(read("README.md").contains(&format!("Rust {minor}")));
}

#[test]
fn decisions_are_numbered_without_gaps_and_say_how_they_stand() {
    for (at, path) in files("adr").iter().enumerate() {
        assert!(path.starts_with(&format!("adr/{:04}-", at + 1)), "{path} is out of line");
        let text = read(path);
        assert!(text.starts_with(&format!("# {}. ", at + 1)), "{path} opens with its number");
        assert!(text.contains("\nStatus: "), "{path} does not say how it stands");
    }
}

#[test]
fn the_changelog_knows_this_version() {
    assert!(read("CHANGELOG.md").contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn no_private_key_lies_outside_the_tests() {
    let folders = ["src", "config", "ci", "locales", "templates", "assets", "vocabulary"];
    for path in folders.into_iter().flat_map(files) {
        let bytes = fs::read(root().join(&path)).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let marked = text.lines().any(|line| {
            line.starts_with("-----BEGIN")
                && line.contains("PRIVATE KEY")
                && line.ends_with("-----")
        });
        assert!(!marked, "{path} holds a private key");
    }
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_readme_can_be_run() {
    use std::os::unix::fs::PermissionsExt;
    let readme = read("README.md");
    assert!(readme.contains("\ncargo run -- demo\n") && readme.contains("\nci/test\n"));
    assert!(read(".ci/run").contains(" ci/test\n"), "CI runs the command of the README");
    let scripts = [
        "browser",
        "dependencies",
        "dockerfile",
        "mail",
        "neighbours",
        "packages",
        "python",
        "test",
    ];
    for script in scripts.map(|name| format!("ci/{name}")).into_iter().chain([".ci/run".into()]) {
        let mode = fs::metadata(root().join(&script)).unwrap().permissions().mode();
        assert!(mode & 0o111 != 0, "{script} is not executable");
    }
}
