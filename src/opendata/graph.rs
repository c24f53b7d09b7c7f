//! A small tree of linked data, written as JSON-LD and as Turtle: one thing said, two spellings.

use serde_json::{Map, Value, json};

/// A thing with a name. None is without: what has no name cannot be spoken of elsewhere.
pub struct Node {
    pub id: String,
    pub kind: &'static str,
    pub says: Vec<(&'static str, Object)>,
}

/// What is said of a thing. Names are `prefix:name`, with the prefixes that the writers are given.
pub enum Object {
    Iri(String),
    /// With its language.
    Text(String, &'static str),
    /// With its datatype.
    Typed(String, &'static str),
    Node(Node),
}

impl Node {
    pub fn new(id: String, kind: &'static str) -> Self {
        Node { id, kind, says: Vec::new() }
    }

    pub fn say(mut self, name: &'static str, object: Object) -> Self {
        self.says.push((name, object));
        self
    }

    pub fn iri(self, name: &'static str, iri: impl Into<String>) -> Self {
        self.say(name, Object::Iri(iri.into()))
    }

    pub fn node(self, name: &'static str, node: Node) -> Self {
        self.say(name, Object::Node(node))
    }
}

type Prefixes = [(&'static str, &'static str)];

/// A document of JSON-LD 1.0.
pub fn json_ld(root: &Node, prefixes: &Prefixes) -> Value {
    let mut document = Map::new();
    let context: Map<String, Value> =
        prefixes.iter().map(|(name, iri)| ((*name).to_owned(), json!(iri))).collect();
    document.insert("@context".into(), context.into());
    document.extend(object(root));
    document.into()
}

fn object(node: &Node) -> Map<String, Value> {
    let mut written = Map::new();
    written.insert("@id".into(), json!(node.id));
    written.insert("@type".into(), json!(node.kind));
    for (name, said) in &node.says {
        let value = match said {
            Object::Iri(iri) => json!({ "@id": iri }),
            Object::Text(text, language) => json!({ "@value": text, "@language": language }),
            Object::Typed(text, kind) => json!({ "@value": text, "@type": kind }),
            Object::Node(node) => object(node).into(),
        };
        match written.get_mut(*name) {
            None => {
                written.insert((*name).to_owned(), json!([value]));
            }
            Some(all) => {
                if let Some(all) = all.as_array_mut() {
                    all.push(value);
                }
            }
        }
    }
    written
}

/// A document of Turtle.
pub fn turtle(root: &Node, prefixes: &Prefixes) -> String {
    let mut out = String::new();
    for (name, iri) in prefixes {
        out.push_str(&format!("@prefix {name}: <{iri}> .\n"));
    }
    each(root, &mut out);
    out
}

/// A thing, then those that it speaks of.
fn each(node: &Node, out: &mut String) {
    out.push_str(&format!("\n{} a {}", reference(&node.id), node.kind));
    for (name, said) in &node.says {
        out.push_str(&format!(" ;\n  {name} "));
        match said {
            Object::Iri(iri) => out.push_str(&reference(iri)),
            Object::Text(text, language) => out.push_str(&format!("{}@{language}", quoted(text))),
            Object::Typed(text, kind) => out.push_str(&format!("{}^^{kind}", quoted(text))),
            Object::Node(inner) => out.push_str(&reference(&inner.id)),
        }
    }
    out.push_str(" .\n");
    for (_, said) in &node.says {
        if let Object::Node(inner) = said {
            each(inner, out);
        }
    }
}

fn reference(iri: &str) -> String {
    let bad =
        |c: char| c <= ' ' || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '^' | '`' | '\\');
    let mut safe = String::with_capacity(iri.len() + 2);
    safe.push('<');
    for c in iri.chars() {
        match bad(c) {
            true => safe.push_str(&format!("\\u{:04X}", c as u32)),
            false => safe.push(c),
        }
    }
    safe.push('>');
    safe
}

fn quoted(text: &str) -> String {
    let mut safe = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => safe.extend(['\\', c]),
            c if c < ' ' => safe.push_str(&format!("\\u{:04X}", c as u32)),
            c => safe.push(c),
        }
    }
    safe.push('"');
    safe
}
