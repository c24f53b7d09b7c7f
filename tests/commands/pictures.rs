//! Removing a picture or a document, as an administrator types it.

use std::path::PathBuf;

use kontor::store::{Db, Tx, documents, media};

use serde_json::{Value, json};

use crate::harness::{Instance, fixture, on_both_engines, records};

on_both_engines!(
    a_picture_is_removed_by_its_address_or_id,
    a_document_is_removed_by_its_address_or_id,
);

const ID: &str = "0123456789abcdef0123456789abcdef";

/// Puts bytes there under these names, and a row.
fn kept(instance: &Instance, names: &[&str], row: impl AsyncFnOnce(&mut Tx)) -> PathBuf {
    let folder = instance.data().join("media").join(&ID[..2]).join(ID);
    std::fs::create_dir_all(&folder).unwrap();
    for name in names {
        std::fs::write(folder.join(name), b"bytes").unwrap();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&instance.database_url(), 2).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        row(&mut tx).await;
        tx.commit().await.unwrap();
        db.close().await;
    });
    folder
}

/// A picture in two sizes, as if somebody had sent it for a draft; their folder.
fn kept_picture(instance: &Instance) -> PathBuf {
    kept(instance, &["480x320.jpg", "600x400.jpg"], async |tx| {
        let picture = media::StoredPicture {
            id: ID.into(),
            manuscript: "01J".into(),
            name: format!("{ID}/600x400.jpg"),
            bytes: 10,
            account: "01A".into(),
            handle: "ana".into(),
            made_at: 1,
        };
        media::insert(tx, &picture).await.unwrap();
    })
}

/// A document, as if somebody had sent it for a draft; its folder.
fn kept_document(instance: &Instance) -> PathBuf {
    kept(instance, &["document.pdf"], async |tx| {
        let document = documents::StoredDocument {
            id: ID.into(),
            manuscript: "01J".into(),
            name: "Plan.pdf".into(),
            bytes: 5,
            account: "01A".into(),
            handle: "ana".into(),
            made_at: 1,
        };
        documents::insert(tx, &document).await.unwrap();
    })
}

/// Takes one case in, changed before; the first of the samples.
fn import(instance: &Instance, change: impl FnOnce(&mut Value)) {
    let mut case = records(&std::fs::read_to_string(fixture("cases.jsonl")).unwrap()).remove(0);
    change(&mut case);
    let file = instance.write("one.jsonl", case.to_string());
    instance.run(&["import", &file, "--quiet"]).is(0);
}

fn a_picture_is_removed_by_its_address_or_id() {
    let instance = Instance::new();
    instance.run(&["media", "remove", ID]).is(2);
    let address = format!("http://localhost:8080/media/{ID}/600x400.jpg");
    import(&instance, |case| case["images"] = json!([{ "file": address, "alt": "A street" }]));
    let folder = kept_picture(&instance);
    for (wrong, why) in [
        ("street.jpg", "neither address nor id"),
        ("https://other.example/media/x.jpg", "neither address nor id"),
        ("ffffffffffffffffffffffffffffffff", "no picture"),
    ] {
        let said = instance.run(&["media", "remove", wrong]).is(1);
        assert!(said.err.contains(why) && said.err.contains(wrong), "{}", said.err);
    }
    let said = instance.run(&["media", "remove", &address]).is(1);
    assert!(said.err.contains("--yes") && said.err.contains("/cases/"), "{}", said.err);
    assert!(folder.join("480x320.jpg").exists(), "nothing is done without --yes");
    let said = instance.run(&["media", "remove", &address, "--yes"]).is(0);
    assert!(said.out.contains(&format!("The picture {ID} is removed.")), "{}", said.out);
    assert!(said.out.contains("A pattern takes its place: case"), "{}", said.out);
    assert!(!folder.join("480x320.jpg").exists() && !folder.join("600x400.jpg").exists());
    let said = instance.run(&["media", "remove", ID, "--yes"]).is(1);
    assert!(said.err.contains("removed before"), "{}", said.err);
}

fn a_document_is_removed_by_its_address_or_id() {
    let instance = Instance::new();
    let path = format!("/documents/{ID}/plan.pdf");
    let address = format!("http://localhost:8080{path}");
    import(&instance, |case| {
        case["links"] = json!([{ "url": address, "label": "Plan", "kind": "document" }]);
    });
    let file = kept_document(&instance).join("document.pdf");
    for named in [&*path, &address, ID] {
        let said = instance.run(&["media", "remove", named]).is(1);
        assert!(said.err.contains("the document is still linked; with --yes"), "{}", said.err);
        assert!(said.err.contains("case “") && said.err.contains("/cases/"), "{}", said.err);
        assert!(said.out.is_empty() && file.exists(), "nothing is done without --yes");
    }
    let said = instance.run(&["media", "remove", &path, "--yes"]).is(0);
    assert!(said.out.contains(&format!("The document {ID} is removed.")), "{}", said.out);
    assert!(said.out.contains("named and offered no longer: case “"), "{}", said.out);
    assert!(!file.exists());
    for named in [&*address, ID] {
        let said = instance.run(&["media", "remove", named, "--yes"]).is(1);
        assert!(said.err.contains("removed before"), "{}", said.err);
    }
}
