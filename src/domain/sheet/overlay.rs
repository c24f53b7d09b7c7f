//! A row over the case that it changes: what columns cannot hold stays as it is.

use serde_json::{Map, Value};

/// The record with what a row says. Fields that the row says nothing about stay; of what a cell holds
/// only in part (the kind of a link, the address of an actor, a further city's local name) the rest stays
/// with it.
pub fn overlay(old: &Map<String, Value>, new: &Map<String, Value>) -> Map<String, Value> {
    let mut record = old.clone();
    for (name, value) in new {
        let before = old.get(name);
        let value = match name.as_str() {
            "sections" | "period" | "funding" => objects(before, value),
            "links" => keeping(before, value, &["url"], &["label", "url"]),
            "actors" => keeping(before, value, &["name"], &["name", "kind", "role"]),
            "awards" => keeping(before, value, &["name"], &["name", "category", "year"]),
            "cities" => cities(before, value),
            "images" => first_of(before, value, "file"),
            "contacts" => contact(before, value),
            _ => unless_blank(before, value),
        };
        record.insert(name.clone(), value);
    }
    record
}

/// The names of the fields at the top that differ, without what the instance gives.
pub fn changed(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<String> {
    let given = ["id", "slug", "editorial"];
    let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
    let names = names.filter(|name| !given.contains(&name.as_str()));
    names.filter(|name| old.get(*name) != new.get(*name)).cloned().collect()
}

fn objects(old: Option<&Value>, new: &Value) -> Value {
    let (Some(Value::Object(old)), Value::Object(new)) = (old, new) else { return new.clone() };
    let mut both = old.clone();
    both.extend(new.iter().map(|(name, value)| (name.clone(), unless_blank(old.get(name), value))));
    Value::Object(both)
}

/// The new text, unless it differs in blanks around it alone, which cells do not keep.
fn unless_blank(old: Option<&Value>, new: &Value) -> Value {
    match (old, new) {
        (Some(Value::String(before)), Value::String(text)) if before.trim() == text.trim() => {
            Value::String(before.clone())
        }
        _ => new.clone(),
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// Whether two texts are the same in a cell, where what separates parts and items had to give way.
fn same(old: Option<&Value>, new: Option<&Value>) -> bool {
    match (old, new) {
        (Some(Value::String(old)), Some(Value::String(new))) => {
            old == new || old.replace(';', ",").replace('|', "/").trim() == new
        }
        (old, new) => old == new,
    }
}

/// Each new item over the old one with the same `key`; an item that a cell could not tell from the old
/// one stays entirely as it is.
fn keeping(old: Option<&Value>, new: &Value, key: &[&str], held: &[&str]) -> Value {
    let old = list(old);
    let one = |item: &Value| {
        let alike = |names: &[&str]| {
            let is =
                |before: &&Value| names.iter().all(|name| same(before.get(name), item.get(name)));
            old.iter().find(is)
        };
        match (alike(held), alike(key)) {
            (Some(same), _) => same.clone(),
            (None, Some(before)) => {
                let mut item = item.clone();
                // The row cannot have said what kind of link it is.
                if let Some(kind) = before.get("kind").filter(|_| !held.contains(&"kind")) {
                    item["kind"] = kind.clone();
                }
                objects(Some(before), &item)
            }
            (None, None) => item.clone(),
        }
    };
    Value::Array(list(Some(new)).iter().map(one).collect())
}

/// A further city where the sheet itself says that it lies. What was looked up has the number of the
/// register with it, and does not go before what a case says.
fn moved(known: &Value, city: &Value) -> Value {
    let mut moved = known.clone();
    if city.get("geonameid").is_none()
        && let (Some(lat), Some(lon)) = (city.get("lat"), city.get("lon"))
    {
        moved["lat"] = lat.clone();
        moved["lon"] = lon.clone();
    }
    moved
}

fn cities(old: Option<&Value>, new: &Value) -> Value {
    let (before, after) = (list(old), list(Some(new)));
    let one = |(at, city): (usize, &Value)| {
        let is = |known: &&Value| {
            same(known.get("name"), city.get("name"))
                && (city.get("country").is_none() || known.get("country") == city.get("country"))
        };
        match (at, before.iter().find(is)) {
            // The first city has columns of its own for what it holds.
            (0, Some(known)) => objects(Some(known), city),
            (_, Some(known)) => moved(known, city),
            (_, None) => city.clone(),
        }
    };
    let mut cities: Vec<Value> = after.iter().enumerate().map(one).collect();
    // A sheet without the column for further cities says nothing about them.
    if after.len() == 1 {
        cities.extend(before.iter().skip(1).cloned());
    }
    Value::Array(cities)
}

/// The first entry of a list is replaced, or changed where it is the same by `key`; the others stay.
fn first_of(old: Option<&Value>, new: &Value, key: &str) -> Value {
    let Some(item) = list(Some(new)).first() else { return new.clone() };
    let mut entries = list(old).to_vec();
    let place =
        entries.iter().position(|entry| entry.get(key).is_some_and(|value| !value.is_null()));
    match place {
        Some(at) if entries[at].get(key) == item.get(key) => {
            entries[at] = objects(Some(&entries[at]), item);
        }
        Some(at) => entries[at] = item.clone(),
        None => entries.insert(0, item.clone()),
    }
    Value::Array(entries)
}

fn contact(old: Option<&Value>, new: &Value) -> Value {
    let entries = list(old);
    let Some(email) = list(Some(new)).first().and_then(|contact| contact.get("email")) else {
        return new.clone();
    };
    if entries.iter().any(|entry| entry.get("email") == Some(email)) {
        return Value::Array(entries.to_vec());
    }
    let mut entries = entries.to_vec();
    match entries.iter_mut().find(|entry| entry.get("email").is_some()) {
        Some(first) => first["email"] = email.clone(),
        None => entries.extend(list(Some(new)).iter().cloned()),
    }
    Value::Array(entries)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn map(value: Value) -> Map<String, Value> {
        let Value::Object(map) = value else { panic!("an object") };
        map
    }

    #[test]
    fn a_row_changes_what_it_says_and_nothing_else() {
        let old = map(json!({
            "title": "A", "subtitle": "kept", "sections": {"solution": "s", "context": "kept"},
            "links": [{"label": "x; y", "url": "https://a.example/", "kind": "video"}],
            "actors": [{"name": "City", "kind": "network", "role": "lead", "url": "https://c.example/"}],
            "cities": [{"name": "Rome", "country": "IT", "lat": 1.0, "lon": 2.0, "region": "europe"},
                       {"name": "Ghent", "country": "BE", "lat": 3.0, "lon": 4.0}],
            "contacts": [{"role": "press", "label": "kept"}, {"role": "network", "email": "a@b.example"}],
        }));
        let same = map(json!({
            "title": "A", "sections": {"solution": "s"},
            "links": [{"label": "x, y", "url": "https://a.example/", "kind": "website"}],
            "actors": [{"name": "City", "kind": "network", "role": "lead"}],
            "cities": [{"name": "Rome", "country": "IT", "lat": 1.0, "lon": 2.0},
                       {"name": "Ghent", "country": "BE"}],
            "contacts": [{"role": "network", "email": "a@b.example"}],
        }));
        assert_eq!(changed(&old, &overlay(&old, &same)), Vec::<String>::new());
        let place = |city: Value| {
            let said = map(json!({"cities": [{"name": "Rome", "country": "IT"}, city]}));
            overlay(&old, &said)["cities"][1]["lat"].clone()
        };
        let ghent = |lat: f64| json!({"name": "Ghent", "country": "BE", "lat": lat, "lon": 4.0});
        assert_eq!(place(ghent(51.0)), 51.0, "said in the sheet");
        let mut found = ghent(51.0);
        found["geonameid"] = 1.into();
        assert_eq!(place(found), 3.0, "looked up in the register");
        let other = map(json!({
            "title": "B", "actors": [{"name": "City", "kind": "network", "role": "partner"}],
            "cities": [{"name": "Rome", "country": "IT"}],
            "contacts": [{"role": "network", "email": "new@b.example"}],
        }));
        let new = overlay(&old, &other);
        assert_eq!(changed(&old, &new), ["title", "actors", "contacts"]);
        assert_eq!(new["actors"][0]["url"], "https://c.example/");
        assert_eq!(new["contacts"][1], json!({"role": "network", "email": "new@b.example"}));
    }
}
