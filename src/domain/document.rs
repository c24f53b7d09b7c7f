//! Documents as their addresses and files name them.

use super::{desk::draft::slug_of, media::is_id};

/// Documents that a case may have; each is one of its links.
pub const MOST: usize = 10;
/// Characters of a file's name without its ending.
const NAME_CHARS: usize = 80;
const ENDING: &str = ".pdf";

/// What a file is called when it is saved: as it was sent, without folders and without signs that
/// lead elsewhere, hide something or end a header.
pub fn name_of(sent_as: &str) -> String {
    let last = sent_as.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_plain = |c: &char| {
        let is_hidden = matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}');
        !c.is_control() && !is_hidden && !"\"'<>:|?*;%`$&#".contains(*c)
    };
    let plain: String = last.chars().filter(is_plain).collect();
    let stem = match plain.to_ascii_lowercase().ends_with(ENDING) {
        true => &plain[..plain.len() - ENDING.len()],
        false => &plain,
    };
    let stem: String = stem.trim_matches(['.', ' ']).chars().take(NAME_CHARS).collect();
    match stem.trim_matches(['.', ' ']) {
        "" => format!("document{ENDING}"),
        stem => format!("{stem}{ENDING}"),
    }
}

/// The same name in Latin letters and digits, as it stands in the address.
pub fn plain_name(name: &str) -> String {
    format!("{}{ENDING}", slug_of(name.strip_suffix(ENDING).unwrap_or(name)))
}

/// The id in the end of an address, `ID/NAME.pdf`.
pub fn id_in(text: &str) -> Option<&str> {
    let (id, name) = text.split_once('/')?;
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let stem = name.strip_suffix(ENDING)?;
    (is_id(id) && !stem.is_empty() && stem.bytes().all(plain)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_ends_no_header() {
        for (sent, name, plain) in [
            ("Final Report.PDF", "Final Report.pdf", "final-report.pdf"),
            ("../../etc/passwd", "passwd.pdf", "passwd.pdf"),
            ("C:\\docs\\Plan.pdf", "Plan.pdf", "plan.pdf"),
            ("a\"\r\nX: y.pdf", "aX y.pdf", "ax-y.pdf"),
            ("\u{202e}fdp.exe", "fdp.exe.pdf", "fdp-exe.pdf"),
            ("<b>x.pdf", "bx.pdf", "case-bx.pdf"),
            ("..pdf", "document.pdf", "document.pdf"),
            ("", "document.pdf", "document.pdf"),
            ("報告.pdf", "報告.pdf", "case.pdf"),
        ] {
            assert_eq!(name_of(sent), name, "{sent:?}");
            assert_eq!(plain_name(name), plain, "{sent:?}");
        }
        assert_eq!(name_of(&"x".repeat(500)).len(), 84);
    }

    #[test]
    fn an_address_is_read_in_the_one_way_it_is_written() {
        let id = "000000000000000000000000000000ab";
        assert_eq!(id_in(&format!("{id}/a-plan.pdf")), Some(id));
        for wrong in ["a.pdf", "ab/a.pdf"] {
            assert_eq!(id_in(wrong), None, "{wrong}");
        }
        for wrong in ["a.pdf/", "../a.pdf", ".pdf", "a.PDF", "a.pdf?b", "A.pdf", "a.html"] {
            assert_eq!(id_in(&format!("{id}/{wrong}")), None, "{wrong}");
        }
    }
}
