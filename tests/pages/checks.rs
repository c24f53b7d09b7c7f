//! What must hold for every page.

/// Elements that have no end.
const VOID: [&str; 8] = ["meta", "link", "img", "input", "br", "hr", "source", "wbr"];

/// Panics when `html` is not what we promise of a page; `what` names it.
pub fn page(what: &str, html: &str) {
    // Data is no script: it is not run. The one script is a file of ours.
    let html = &html
        .replace("<script type=\"module\" src=\"/assets/write-", "<data class=\"")
        .replace("<script type=\"application/ld+json\">", "<data>")
        .replace("</script>", "</data>");
    for banned in
        [" style=", "<script", "href=\"javascript", " onload=", " onclick=", "⟦", "<style", "{{"]
    {
        let legal = banned == "{{" && html.contains("{{ template }}");
        assert!(legal || !html.contains(banned), "{what} contains {banned}");
    }
    assert!(html.starts_with("<!doctype html>"), "{what}");
    assert_eq!(html.matches("<h1").count(), 1, "{what} has one main heading");
    assert!(html.contains("<title>") && !html.contains("<title></title>"), "{what} has a title");
    assert_eq!(html.matches("<img").count(), html.matches(" alt=\"").count(), "{what}: alt");
    balanced(what, html);
    ids(what, html);
}

/// Every element that is opened is closed, in order.
fn balanced(what: &str, html: &str) {
    let mut open: Vec<&str> = Vec::new();
    for part in html.split('<').skip(1) {
        let tag = part.split('>').next().unwrap_or_default();
        if tag.starts_with('!') {
            continue;
        }
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{what}: </{name}> closes something else");
        } else if !VOID.contains(&name) && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{what}: {open:?} left open");
}

/// An id is given once, and what a label refers to is there.
fn ids(what: &str, html: &str) {
    let values = |name: &str| -> Vec<String> {
        let mark = format!(" {name}=\"");
        html.split(mark.as_str())
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
            .collect()
    };
    let mut ids = values("id");
    for reference in values("aria-labelledby").iter().chain(&values("for")) {
        assert!(ids.contains(reference), "{what}: nothing has the id {reference}");
    }
    let total = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), total, "{what}: an id is given twice");
}
