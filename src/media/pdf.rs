//! Whether bytes are a PDF that is whole and that everybody can read. Nothing of it is decoded.

/// Bytes at the end of a file in which its end is looked for (ISO 32000-1, implementation note 18).
const TAIL: usize = 1_024;
/// Bytes of a trailer that are looked at.
const TRAILER: usize = 65_536;

/// Why a file is not taken as a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("not a PDF")]
    NotPdf,
    #[error("its end is missing")]
    CutOff,
    #[error("it is encrypted")]
    Locked,
}

/// # Errors
/// What is wrong, by the content alone.
pub fn judge(bytes: &[u8]) -> Result<(), Unsound> {
    if ![&b"%PDF-1."[..], b"%PDF-2."].iter().any(|start| bytes.starts_with(start)) {
        return Err(Unsound::NotPdf);
    }
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if last(tail, b"%%EOF").is_none() {
        return Err(Unsound::CutOff);
    }
    match trailers(bytes).any(is_locked) {
        true => Err(Unsound::Locked),
        false => Ok(()),
    }
}

/// The last trailer: where the end of the file says that its table of objects is, and what follows
/// the last word `trailer`.
fn trailers(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let told = last(bytes, b"startxref").and_then(|at| {
        let rest = bytes.get(at + 9..)?.trim_ascii_start();
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let at: usize = std::str::from_utf8(&rest[..digits]).ok()?.parse().ok()?;
        let table = bytes.get(at..)?;
        // A table of plain text may be long; its trailer has the word for it.
        match table.trim_ascii_start().starts_with(b"xref") {
            true => first(table, b"trailer").map(|at| &table[at..]),
            false => Some(table),
        }
    });
    let named = last(bytes, b"trailer").map(|at| &bytes[at..]);
    told.into_iter().chain(named)
}

/// Whether a trailer, up to the end of it, names a key to the file.
fn is_locked(trailer: &[u8]) -> bool {
    let part = &trailer[..trailer.len().min(TRAILER)];
    let ends = [first(part, b"stream"), first(part, b"startxref")];
    let end = ends.into_iter().flatten().min().unwrap_or(part.len());
    let mut rest = &part[..end];
    while let Some(at) = first(rest, b"/Encrypt") {
        rest = &rest[at + 8..];
        if !rest.first().is_some_and(u8::is_ascii_alphanumeric) {
            return true;
        }
    }
    false
}

fn first(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|part| part == word)
}

fn last(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).rposition(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_trailer(keys: &str) -> Vec<u8> {
        let body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        format!(
            "{body}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R {keys}>>\nstartxref\n{}\n%%EOF\n",
            body.len()
        )
        .into_bytes()
    }

    #[test]
    fn a_document_is_known_by_its_content() {
        assert_eq!(judge(&with_trailer("")), Ok(()));
        assert_eq!(judge(b""), Err(Unsound::NotPdf));
        assert_eq!(judge(b"<html>%PDF-1.7 %%EOF"), Err(Unsound::NotPdf));
        assert_eq!(judge(b"%PDF-3.0 %%EOF"), Err(Unsound::NotPdf));
        let whole = with_trailer("");
        assert_eq!(judge(&whole[..whole.len() - 8]), Err(Unsound::CutOff));
    }

    #[test]
    fn what_needs_a_password_is_not_let_in() {
        assert_eq!(judge(&with_trailer("/Encrypt 5 0 R ")), Err(Unsound::Locked));
        assert_eq!(judge(&with_trailer("/EncryptMetadata false ")), Ok(()));
        let body = "%PDF-1.7\n";
        let stream = |keys: &str| {
            format!(
                "{body}9 0 obj\n<< /Type /XRef {keys}>>\nstream\n/Encrypt \nendstream\nstartxref\n{}\n%%EOF",
                body.len()
            )
        };
        assert_eq!(judge(stream("/Encrypt<</V 5>>").as_bytes()), Err(Unsound::Locked));
        assert_eq!(judge(stream("").as_bytes()), Ok(()), "what a stream holds says nothing");
        let odd = b"%PDF-1.7\nstartxref\n99999999999999999999999\n%%EOF";
        assert_eq!(judge(odd), Ok(()));
    }
}
