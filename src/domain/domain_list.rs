//! Lists of domains to keep out, as Mastodon and GoToSocial write and read them: CSV.

use super::{
    id::Host,
    network::PeerStanding,
    text::{clean_line, shorten},
};

/// Largest list that is read, in bytes.
pub const MOST_BYTES: usize = 4 * 1_048_576;
/// Most lines of a list that are read.
pub const MOST_LINES: usize = 50_000;
/// Characters of a comment that are kept.
const COMMENT_CHARS: usize = 500;
/// As Mastodon's export writes them.
const HEADINGS: [&str; 6] =
    ["#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate"];

/// What a line says of a domain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 1, the headings included.
    pub line: u64,
    pub host: String,
    /// `suspend` blocks, `silence` limits; `noop` says nothing about what is shown.
    pub standing: Option<PeerStanding>,
    pub comment: String,
    pub obfuscate: bool,
}

/// Why a line is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: u64,
    pub message: String,
}

/// The lines of a list, those that can be used and those that cannot.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    pub entries: Vec<Entry>,
    pub faults: Vec<Fault>,
}

/// Where a column stands.
struct Columns([Option<usize>; 6]);

impl Columns {
    /// Of the headings, with or without `#`; `None` when the line holds no heading `domain`.
    fn of(record: &csv::StringRecord) -> Option<Self> {
        let name = |cell: &str| cell.trim().trim_start_matches('#').trim().to_ascii_lowercase();
        let cells: Vec<String> = record.iter().map(name).collect();
        let at = |heading: &str| cells.iter().position(|cell| *cell == heading[1..]);
        let columns = HEADINGS.map(at);
        columns[0].is_some().then_some(Columns(columns))
    }

    fn get<'a>(&self, record: &'a csv::StringRecord, heading: usize) -> &'a str {
        self.0[heading].and_then(|at| record.get(at)).unwrap_or_default().trim()
    }
}

/// Reads a list. Without headings the columns are in Mastodon's order, and a line may hold nothing
/// but the domain, which is then to be blocked. Lines that cannot be used are told, not guessed.
///
/// # Errors
/// When the text as a whole is no list: too large, or nothing in it is a line.
pub fn parse(text: &str) -> Result<List, String> {
    if text.len() > MOST_BYTES {
        return Err(format!("the list is larger than {MOST_BYTES} bytes"));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut columns: Option<Columns> = None;
    let mut list = List::default();
    let mut seen = std::collections::HashMap::new();
    for record in reader.records() {
        let record = record.map_err(|error| format!("it cannot be read as CSV: {error}"))?;
        let line = record.position().map_or(0, csv::Position::line);
        let Some(known) = &columns else {
            columns = Columns::of(&record);
            if columns.is_none() {
                let in_order = Columns(std::array::from_fn(Some));
                list.take(&in_order, &record, line, &mut seen);
                columns = Some(in_order);
            }
            continue;
        };
        if list.entries.len() + list.faults.len() >= MOST_LINES {
            return Err(format!("the list has more than {MOST_LINES} lines"));
        }
        list.take(known, &record, line, &mut seen);
    }
    match list.entries.is_empty() && list.faults.is_empty() {
        true => Err("there is no domain in it".into()),
        false => Ok(list),
    }
}

impl List {
    fn take(
        &mut self,
        columns: &Columns,
        record: &csv::StringRecord,
        line: u64,
        seen: &mut std::collections::HashMap<String, u64>,
    ) {
        match read(columns, record, line) {
            Ok(Some(entry)) => match seen.get(&entry.host) {
                Some(before) => {
                    let message = format!("{} stands in line {before} already", entry.host);
                    self.faults.push(Fault { line, message });
                }
                None => {
                    seen.insert(entry.host.clone(), line);
                    self.entries.push(entry);
                }
            },
            Ok(None) => {}
            Err(message) => self.faults.push(Fault { line, message }),
        }
    }
}

fn read(columns: &Columns, record: &csv::StringRecord, line: u64) -> Result<Option<Entry>, String> {
    let domain = columns.get(record, 0);
    if domain.is_empty() {
        return Ok(None);
    }
    let named = shorten(&clean_line(domain), 80);
    if domain.contains('*') {
        return Err(format!("{named} is shown in part only; which domain is meant is not guessed"));
    }
    let host = Host::parse(domain).map_err(|error| error.to_string())?;
    if !host.name().contains('.') && host.port().is_none() && !host.name().starts_with('[') {
        return Err(format!("{named} would be a whole top-level domain"));
    }
    let standing = match columns.get(record, 1).to_ascii_lowercase().as_str() {
        "" | "suspend" | "block" | "blocked" => Some(PeerStanding::Blocked),
        "silence" | "limit" | "limited" => Some(PeerStanding::Limited),
        "noop" | "none" => None,
        other => {
            let other = shorten(&clean_line(other), 40);
            return Err(format!("{named} has the severity {other:?}, which is not known"));
        }
    };
    Ok(Some(Entry {
        line,
        host: host.as_str().to_owned(),
        standing,
        comment: shorten(&clean_line(columns.get(record, 4)), COMMENT_CHARS),
        obfuscate: columns.get(record, 5).eq_ignore_ascii_case("true"),
    }))
}

/// Writes a list as Mastodon does. It is for machines: a cell that begins like a formula stays as
/// it is, or the next machine would read another comment.
pub fn write(entries: &[Entry]) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let flag = |flag: bool| if flag { "True" } else { "False" };
    let mut rows = vec![HEADINGS.map(str::to_owned)];
    for Entry { line: _, host, standing, comment, obfuscate } in entries {
        let (severity, all) = match standing {
            Some(PeerStanding::Blocked) => ("suspend", true),
            Some(PeerStanding::Limited) => ("silence", false),
            _ => ("noop", false),
        };
        let cells = [host, severity, flag(all), flag(all), comment, flag(*obfuscate)];
        rows.push(cells.map(str::to_owned));
    }
    for row in rows {
        writer.write_record(&row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("texts are UTF-8")
}

#[cfg(test)]
mod tests {
    use super::*;
    use PeerStanding::{Blocked, Limited};

    #[test]
    fn mastodons_list_is_read_with_and_without_its_signs() {
        let text = "\u{FEFF}#domain,#severity,#reject_media,#reject_reports,#public_comment,\
            #obfuscate\r\nBad.Example.,suspend,True,True,\"spam, and worse\",True\r\n\
            quiet.example,silence,False,False,,False\nfine.example,noop,,,,\n\
            s***.example,suspend,,,,\nbad.example,silence,,,,\ncom,suspend,,,,\n\
            odd.example,explode,,,,\n,,,,,\nno domain,suspend,,,,\n";
        let list = parse(text).unwrap();
        let read: Vec<_> =
            list.entries.iter().map(|one| (one.host.as_str(), one.standing)).collect();
        assert_eq!(
            read,
            [
                ("bad.example", Some(Blocked)),
                ("quiet.example", Some(Limited)),
                ("fine.example", None)
            ]
        );
        assert_eq!(list.entries[0].comment, "spam, and worse");
        assert!(list.entries[0].obfuscate && !list.entries[1].obfuscate);
        let faults: Vec<_> = list.faults.iter().map(|fault| fault.line).collect();
        assert_eq!(faults, [5, 6, 7, 8, 10], "{:?}", list.faults);
        let bare = parse("domain,public_comment,severity\nxn--mnchen-3ya.example,=1+1,silence\n");
        let bare = bare.unwrap().entries;
        assert_eq!((bare[0].standing, bare[0].comment.as_str()), (Some(Limited), "=1+1"));
        let plain = parse("a.example\nmünchen.example\n").unwrap().entries;
        assert_eq!(plain[1].host, "xn--mnchen-3ya.example");
        assert!(plain.iter().all(|one| one.standing == Some(Blocked)));
    }

    #[test]
    fn what_is_written_reads_the_same() {
        let text = "#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate\n\
            a.example,suspend,True,True,\"=HYPERLINK(\"\"x\"\"), and more\",True\n\
            b.example,silence,False,False,,False\n";
        let list = parse(text).unwrap();
        assert_eq!(write(&list.entries), text);
    }

    #[test]
    fn what_is_no_list_is_refused_whole() {
        assert!(parse("").is_err());
        assert!(parse("#domain,#severity\n").is_err());
        assert!(parse(&"a".repeat(MOST_BYTES + 1)).unwrap_err().contains("larger"));
        let many: String = (0..=MOST_LINES + 1).map(|n| format!("a{n}.example\n")).collect();
        assert!(parse(&many).unwrap_err().contains("more than"));
        // A page that says something else is full of faults, and has no entries.
        let page = parse("<html><body>Not found</body></html>\n").unwrap();
        assert!(page.entries.is_empty() && !page.faults.is_empty());
        // One quote that never ends is one long cell, not an endless wait.
        let bomb = format!("#domain,#public_comment\na.example,\"{}", "x,\n".repeat(100_000));
        let bomb = parse(&bomb).unwrap();
        assert!(bomb.entries[0].comment.chars().count() <= 500);
    }
}
