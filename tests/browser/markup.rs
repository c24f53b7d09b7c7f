//! The Nu checker, which the W3C uses, finds no error in any page or style sheet.

use std::{collections::BTreeSet, fs, process::Stdio};

use kontor::i18n::Locale;
use serde_json::Value;
use tokio::process::Command;

use super::{
    scene::Scene,
    tools::{file, none, program},
};
use crate::kinds::in_language;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_nu_checker_finds_no_fault_in_any_page_in_any_language() {
    let scene = Scene::new().await;
    none(found(&scene, &scene.kinds(), "").await);
}

/// What the Nu checker says of these pages in every language, read by somebody with these cookies,
/// and of their style sheets.
pub async fn found(scene: &Scene, kinds: &[String], cookies: &str) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let origin = scene.instance.origin();
    let mut names = Vec::new();
    let mut sheets = BTreeSet::new();
    let kept = async |path: &str, name: &str| -> String {
        let text = http
            .get(format!("{origin}{path}"))
            .header("cookie", cookies)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        fs::write(folder.path().join(name), &text).unwrap();
        text
    };
    for kind in kinds {
        for locale in Locale::ALL {
            let path = in_language(kind, locale.tag());
            let html = kept(&path, &format!("{}.html", names.len())).await;
            names.push(path);
            let links = html.split("<link rel=\"stylesheet\" href=\"").skip(1);
            sheets.extend(links.map(|rest| rest.split('"').next().unwrap().to_owned()));
        }
    }
    for sheet in sheets {
        kept(&sheet, &format!("{}.css", names.len())).await;
        names.push(sheet);
    }
    let mut command = Command::new(program("java"));
    command.arg("-jar").arg(file("node_modules/vnu-jar/build/dist/vnu.jar"));
    command.args(["--stdout", "--exit-zero-always", "--format", "json", "--also-check-css"]);
    // It would guess a page's language by its words, and most of those are the cases' own.
    command.arg("--no-langdetect");
    command.arg(folder.path()).stdin(Stdio::null()).kill_on_drop(true);
    let output = command.output().await.unwrap();
    let said: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
        panic!("{error}: {}", String::from_utf8_lossy(&output.stderr));
    });
    let fault = |message: &Value| {
        let number = message["url"].as_str().unwrap_or_default().rsplit('/').next().unwrap();
        let number: Option<usize> = number.split('.').next().unwrap().parse().ok();
        let page = number.map_or("?", |number| &names[number]);
        let (text, extract) = (&message["message"], &message["extract"]);
        format!("{page}: {} {text} {extract}", message["type"])
    };
    said["messages"].as_array().unwrap().iter().map(fault).collect()
}
