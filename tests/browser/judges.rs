//! What leaves the site as data is right in the eyes of judges of other makes: the schemas of
//! OAI-PMH and Dublin Core, a reader of RIS, a printer of citations, a validator of OpenAPI.

use kontor::store::cases::StoredCase;
use serde_json::{Value, json};

use super::{
    scene::Scene,
    tools::{faults, none},
};

struct Visitor {
    scene: Scene,
    http: reqwest::Client,
}

impl Visitor {
    async fn new() -> Visitor {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        Visitor { scene: Scene::new().await, http }
    }

    async fn get(&self, path: &str) -> String {
        let url = format!("{}{path}", self.scene.instance.origin());
        self.http.get(url).send().await.unwrap().text().await.unwrap()
    }

    async fn told(&self, judge: &str, path: &str) -> Value {
        json!({ "judge": judge, "name": path, "text": self.get(path).await })
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_to_a_harvester_keeps_to_the_schemas_of_oai_pmh_and_dublin_core() {
    let visitor = Visitor::new().await;
    let id = visitor.scene.instance.own("edge-markup").await.uri;
    let id: String = url::form_urlencoded::byte_serialize(id.as_bytes()).collect();
    let mut told = Vec::new();
    for query in [
        "?verb=Identify",
        "?verb=ListMetadataFormats",
        "?verb=ListSets",
        "?verb=ListIdentifiers&metadataPrefix=oai_dc",
        "?verb=ListRecords&metadataPrefix=oai_dc",
        "?verb=ListRecords&metadataPrefix=oai_dc&set=topic:cycling&from=2020-01-01",
        &format!("?verb=GetRecord&metadataPrefix=oai_dc&identifier={id}"),
        // Faults are answers too.
        "",
        "?verb=Nothing",
        "?verb=ListRecords",
        "?verb=ListRecords&metadataPrefix=marc21",
        "?verb=ListRecords&resumptionToken=AAAA",
        "?verb=GetRecord&metadataPrefix=oai_dc&identifier=no",
        "?verb=%00%3Cscript%3E&x=%22%3E",
    ] {
        told.push(visitor.told("oai", &format!("/oai{query}")).await);
    }
    let text = |at: usize| told[at]["text"].as_str().unwrap();
    assert!(text(4).contains("<oai_dc:dc") && text(4).contains("status=\"deleted\""));
    assert!(text(6).contains("&lt;script&gt;alert"), "{}", text(6));
    none(faults("judges.mjs", &Value::Array(told)).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_case_can_be_cited_by_programs_of_other_makes() {
    let visitor = Visitor::new().await;
    let mut told = Vec::new();
    for StoredCase { case, page, .. } in visitor.scene.instance.shown().await {
        for (judge, ending) in [("ris", "ris"), ("csl", "csl.json")] {
            let mut one = visitor.told(judge, &format!("/cases/{page}.{ending}")).await;
            one["title"] = case.title.clone().into();
            told.push(one);
        }
    }
    assert!(told.len() > 80);
    none(faults("judges.mjs", &Value::Array(told)).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_programming_interface_is_described_as_openapi_wants_it() {
    let visitor = Visitor::new().await;
    let told = visitor.told("openapi", "/api/v1/openapi.json").await;
    assert!(told["text"].as_str().unwrap().contains("\"openapi\":\"3.1"));
    none(faults("judges.mjs", &json!([told])).await);
}
