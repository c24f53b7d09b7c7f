//! Removing a picture, as an administrator types it.

use kontor::store::{Db, media};

use crate::harness::{Instance, fixture, on_both_engines};

on_both_engines!(a_picture_is_removed_by_its_address_or_id);

const ID: &str = "0123456789abcdef0123456789abcdef";

/// Puts a picture there, as if somebody had sent it for a draft; the folder of its sizes.
fn kept(instance: &Instance) -> std::path::PathBuf {
    let folder = instance.data().join("media").join(&ID[..2]).join(ID);
    std::fs::create_dir_all(&folder).unwrap();
    for size in ["480x320.jpg", "600x400.jpg"] {
        std::fs::write(folder.join(size), b"bytes").unwrap();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let db = Db::open(&instance.database_url(), 2).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        let picture = media::StoredPicture {
            id: ID.into(),
            manuscript: "01J".into(),
            name: format!("{ID}/600x400.jpg"),
            bytes: 10,
            account: "01A".into(),
            handle: "ana".into(),
            made_at: 1,
        };
        media::insert(&mut tx, &picture).await.unwrap();
        tx.commit().await.unwrap();
        db.close().await;
    });
    folder
}

fn a_picture_is_removed_by_its_address_or_id() {
    let instance = Instance::new();
    instance.run(&["media", "remove", ID]).is(2);
    let mut case =
        crate::harness::records(&std::fs::read_to_string(fixture("cases.jsonl")).unwrap())
            .remove(0);
    let address = format!("http://localhost:8080/media/{ID}/600x400.jpg");
    case["images"] = serde_json::json!([{ "file": address, "alt": "A street" }]);
    let file = instance.write("one.jsonl", case.to_string());
    instance.run(&["import", &file, "--quiet"]).is(0);
    let folder = kept(&instance);
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
