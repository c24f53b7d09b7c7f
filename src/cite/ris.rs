//! RIS, which EndNote, Zotero, Mendeley and library catalogues read.

use super::{Cited, licence_name, one_line};
use std::fmt::Write;

/// One record, in lines that end as the format asks: with CR LF.
pub fn ris(cited: &Cited<'_>) -> String {
    let case = cited.case;
    let mut record = String::new();
    let mut line = |tag: &str, value: &str| {
        write!(record, "{tag}  - {}\r\n", one_line(value)).expect("a String takes everything");
    };
    let day = cited.day().replace('-', "/");
    line("TY", "ELEC");
    line("ID", &case.id);
    line("AU", &author(cited.network));
    line("TI", &case.title);
    line("T2", cited.site);
    line("PB", cited.network);
    line("PY", &day[..4]);
    // Year, month, day, and after the third slash nothing more.
    line("DA", &format!("{day}/"));
    line("ET", &format!("Revision {}", cited.revision));
    line("LA", case.language.id());
    line("AB", &case.summary);
    for topic in &case.topics {
        line("KW", topic.topic().label("en"));
    }
    line("M3", "Case study");
    line("N1", &licence_name(case.licence));
    line("UR", cited.address);
    record.push_str("ER  - \r\n");
    record
}

/// A comma would part a family name from a given one.
fn author(name: &str) -> String {
    name.replace(',', " ")
}
