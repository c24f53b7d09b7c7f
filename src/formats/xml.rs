//! XML, written from start to end: everything is escaped, nothing is left open.

/// A document as it grows. Elements are closed in the order they were opened.
#[derive(Default)]
pub struct Xml {
    out: String,
}

impl Xml {
    /// A document with its declaration.
    pub fn document() -> Self {
        Xml { out: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned() }
    }

    /// A piece of a document that is sent in pieces.
    pub fn piece() -> Self {
        Xml::default()
    }

    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push('>');
        self
    }

    pub fn close(&mut self, name: &str) -> &mut Self {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
        self
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Self {
        self.tag(name, attributes);
        self.out.push_str("/>\n");
        self
    }

    /// An element with nothing but text in it.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) -> &mut Self {
        self.open(name, attributes);
        escape(text, &mut self.out);
        self.close(name)
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape(value, &mut self.out);
            self.out.push('"');
        }
    }

    pub fn finish(self) -> String {
        self.out
    }
}

/// Appends a text as XML 1.0 lets it stand in elements and attributes. Characters that XML has no
/// way to write (most controls, U+FFFE, U+FFFF) are left out.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // Kept by parsers only when written as references.
            '\r' => out.push_str("&#13;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_markup() {
        let mut xml = Xml::piece();
        xml.open("a", &[("b", "\"<x>\n")]).leaf("c", &[], "]]> & \u{0}\u{fffe}🏙").close("a");
        assert_eq!(xml.finish(), "<a b=\"&quot;&lt;x&gt;&#10;\"><c>]]&gt; &amp; 🏙</c>\n</a>\n");
    }
}
