//! What of a mail that answers one of ours is the answer: our letter below it, and a signature, are
//! taken off; whatever cannot be told apart stays.

use super::text::clean_block;

/// Most lines of a signature: more may be something else.
const SIGNATURE_LINES: usize = 10;
/// Longest name of a header in a quoted mail, in any language.
const HEADER_CHARS: usize = 25;

/// By what a quotation is known to be of our own letters, and what must not be passed on.
#[derive(Clone, Debug, Default)]
pub struct Marks {
    /// Texts that stand in each of our letters: the address they come from, the host of the site.
    pub ours: Vec<String>,
    /// Texts that are shown as `…` wherever they stand: the writer's addresses, keys.
    pub hidden: Vec<String>,
}

impl Marks {
    fn is_ours<'a>(&self, mut lines: impl Iterator<Item = &'a str>) -> bool {
        lines.any(|line| {
            let line = line.to_lowercase();
            self.ours.iter().any(|mark| line.contains(&mark.to_lowercase()))
        })
    }
}

/// The answer alone; empty where there is none.
pub fn alone(text: &str, marks: &Marks) -> String {
    let text = clean_block(text);
    let mut lines: Vec<&str> = text.lines().collect();
    if let Some(at) = (0..lines.len()).find(|at| begins_history(&lines[*at..], marks)) {
        lines.truncate(at);
    }
    let lines = without_signature(without_quotations(&lines, marks));
    let mut answer = String::new();
    let mut blank = false;
    for line in lines {
        blank |= line.trim().is_empty();
        if !line.trim().is_empty() {
            if blank && !answer.is_empty() {
                answer.push('\n');
            }
            answer.push_str(line.trim_end());
            answer.push('\n');
            blank = false;
        }
    }
    let answer = marks.hidden.iter().fold(answer, |answer, hidden| masked(&answer, hidden));
    without_link_keys(&answer).trim().to_owned()
}

/// Whether our letter stands below this line, unmarked as Outlook and others quote: below a ruler, or
/// with its headers.
fn begins_history(rest: &[&str], marks: &Marks) -> bool {
    let line = rest[0].trim();
    let dashes = line.len() >= 10 && line.starts_with("-----") && line.ends_with("-----");
    let ruler = line.len() >= 10 && line.bytes().all(|b| b == b'_');
    let header = |line: &&str| {
        let name = line.trim_matches(['*', ' ']).split_once([':', '：']);
        name.is_some_and(|(name, value)| {
            !name.is_empty() && name.chars().count() <= HEADER_CHARS && !value.starts_with("//")
        })
    };
    let headers = rest.iter().take_while(|line| header(line)).count();
    // The sender stands in the first of the headers.
    let of_ours = headers >= 3 && marks.is_ours(rest[..2].iter().copied());
    (dashes || ruler || of_ours) && marks.is_ours(rest[1..].iter().copied())
}

fn is_quoted(line: &str) -> bool {
    line.trim_start().starts_with('>')
}

/// Quotations of our letters go, each with the line that says who wrote it; others stay.
fn without_quotations<'a>(lines: &[&'a str], marks: &Marks) -> Vec<&'a str> {
    let mut kept: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if !is_quoted(lines[at]) {
            kept.push(lines[at]);
            at += 1;
            continue;
        }
        let after = lines[at..].iter().position(|line| !is_quoted(line) && !line.trim().is_empty());
        let end = after.map_or(lines.len(), |after| at + after);
        let block = &lines[at..end];
        if marks.is_ours(block.iter().copied()) {
            drop_attribution(&mut kept, marks);
        } else {
            kept.extend(block);
        }
        at = end;
    }
    kept
}

/// `On Monday, Metropolis <kontor@cases.example> wrote:`, in one line or two, in any language.
fn drop_attribution(kept: &mut Vec<&str>, marks: &Marks) {
    let Some(last) = kept.iter().rposition(|line| !line.trim().is_empty()) else { return };
    let line = kept[last].trim();
    if !line.ends_with([':', '：']) {
        return;
    }
    let says_when = |line: &str| line.chars().filter(|c| c.is_numeric()).count() >= 4;
    let says_who =
        |line: &str| marks.is_ours([line].into_iter()) || line.contains('<') && line.contains('@');
    if says_when(line) {
        kept.truncate(last);
    } else if last > 0 && (says_when(kept[last - 1]) || says_who(kept[last - 1])) {
        kept.truncate(last - 1);
    } else if says_who(line) {
        kept.truncate(last);
    }
}

fn without_signature(mut lines: Vec<&str>) -> Vec<&str> {
    // `-- ` by custom; many programs lose the blank.
    if let Some(at) = lines.iter().rposition(|line| matches!(*line, "-- " | "--"))
        && lines[at..].iter().filter(|line| !line.trim().is_empty()).count() <= SIGNATURE_LINES + 1
    {
        lines.truncate(at);
    }
    lines
}

/// Every `hidden` in the text, in any capitals, as `…`.
fn masked(text: &str, hidden: &str) -> String {
    if hidden.is_empty() {
        return text.to_owned();
    }
    // Only ASCII is folded, so that places in one are places in the other.
    let (folded, hidden) = (text.to_ascii_lowercase(), hidden.to_ascii_lowercase());
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    while let Some(found) = folded[from..].find(&hidden) {
        out.push_str(&text[from..from + found]);
        out.push('…');
        from += found + hidden.len();
    }
    out.push_str(&text[from..]);
    out
}

/// Links in our letters open their receiver's own side: their keys go.
fn without_link_keys(text: &str) -> String {
    const KEY: &str = "?key=";
    let mut parts = text.split(KEY);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-_=".contains(c);
        out.push_str(KEY);
        out.push('…');
        out.push_str(part.trim_start_matches(plain));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> Marks {
        Marks {
            ours: vec!["kontor@cases.example".into(), "cases.example".into()],
            hidden: vec!["ana@city.example".into(), "answer+abc@cases.example".into()],
        }
    }

    fn alone(text: &str) -> String {
        super::alone(text, &marks())
    }

    const QUOTE: &str = "> Rita wrote to you through Metropolis:\n>\n> > How wide?\n>\n> Read and answer:\n> https://cases.example/messages/1\n";

    #[test]
    fn our_letter_below_an_answer_is_taken_off() {
        for said in [
            "On Mon, 5 Jan 2026 at 10:00, Metropolis <kontor@cases.example> wrote:",
            "On Mon, 5 Jan 2026 at 10:00, Metropolis <kontor@cases.example>\nwrote:",
            "Am 05.01.2026 um 10:00 schrieb Metropolis:",
            "2026年1月5日 10:00 Metropolis <kontor@cases.example>：",
        ] {
            let text = format!("Two metres.\r\n\r\nGreetings\nAna\n\n{said}\n\n{QUOTE}");
            assert_eq!(alone(&text), "Two metres.\n\nGreetings\nAna", "{said}");
            let below = format!("{said}\n{QUOTE}\nTwo metres.\n");
            assert_eq!(alone(&below), "Two metres.", "{said}");
        }
        let outlook = "Two metres.\n\n________________________________\nVon: Metropolis <kontor@cases.example>\nGesendet: Montag\nAn: ana@city.example\nBetreff: Rita\n\nHow wide?\nhttps://cases.example/\n";
        assert_eq!(alone(outlook), "Two metres.");
        let headers =
            outlook.replace("________________________________\n", "").replace("Von", "*From*");
        assert_eq!(alone(&headers), "Two metres.");
        let dashes = "Two.\n-----Original Message-----\nFrom: Metropolis\nhttps://cases.example/\n";
        assert_eq!(alone(dashes), "Two.");
    }

    #[test]
    fn what_cannot_be_told_apart_stays() {
        for text in [
            "As they say:\n\n> measure twice\n> cut once",
            "> measure twice\n\nNever!",
            "Three things:\n- one\n- two 2026",
            "Names:\nAna: yes\nBen: no\nCid: perhaps",
            "----- plan -----\nwe build",
            "See https://cases.example/cases/x: it is wide",
            "a\n--\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11",
        ] {
            assert_eq!(alone(text), text);
        }
        let between = "> Rita asks:\n> How wide?\n\nTwo metres.\n\n> How long?\n\nTen.";
        assert_eq!(alone(between), between);
    }

    #[test]
    fn signatures_and_addresses_are_not_passed_on() {
        assert_eq!(alone("Two.\n-- \nAna\nCity of X\n+34 1"), "Two.");
        assert_eq!(alone("Two.\n--\nAna"), "Two.");
        assert_eq!(
            alone("Write to ANA@City.example or answer+ABC@cases.example."),
            "Write to … or …."
        );
        assert_eq!(
            alone("https://cases.example/contact/thread?key=AbC-_9 is mine"),
            "https://cases.example/contact/thread?key=… is mine"
        );
        assert_eq!(alone(&format!("On 5.1.2026 Metropolis wrote:\n{QUOTE}")), "");
    }
}
