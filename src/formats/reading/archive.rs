//! Whether an archive may be unpacked: looked through in constant memory before anything is kept.

use std::io::{Read as _, copy, sink};

use flate2::read::DeflateDecoder;

use crate::domain::sheet::Unread;

/// Bytes that everything in a workbook may have together.
pub const MOST_UNPACKED: u64 = 80_000_000;
/// Files in a workbook.
const MOST_ENTRIES: usize = 2_000;

fn le16(bytes: &[u8], at: usize) -> Option<usize> {
    let two = bytes.get(at..at + 2)?;
    Some(usize::from(u16::from_le_bytes([two[0], two[1]])))
}

fn le32(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?;
    usize::try_from(u32::from_le_bytes([four[0], four[1], four[2], four[3]])).ok()
}

/// Reads the directory (APPNOTE 4.3.12 and 4.3.16) and unpacks every file into nothing, up to the
/// bound: what a directory says of sizes may be a lie.
///
/// # Errors
/// `TooLarge`; `OldOrLocked` for what is encrypted; `Broken`.
pub fn check(bytes: &[u8]) -> Result<(), Unread> {
    let mut left = MOST_UNPACKED;
    for entry in entries(bytes)? {
        let (method, from, packed) = entry;
        let data = bytes.get(from..from.saturating_add(packed)).ok_or(Unread::Broken)?;
        let size = match method {
            0 => packed as u64,
            8 => {
                let mut bounded = DeflateDecoder::new(data).take(left + 1);
                copy(&mut bounded, &mut sink()).map_err(|_| Unread::Broken)?
            }
            _ => return Err(Unread::Broken),
        };
        left = left.checked_sub(size).ok_or(Unread::TooLarge)?;
    }
    Ok(())
}

/// Method, start and length of the data of each file.
fn entries(bytes: &[u8]) -> Result<Vec<(usize, usize, usize)>, Unread> {
    // The end of the directory stands within the last 64 KiB, before a comment.
    let from = bytes.len().saturating_sub(65_557);
    let tail = bytes.get(from..).unwrap_or_default();
    let end = tail.windows(4).rposition(|four| four == b"PK\x05\x06").ok_or(Unread::Broken)? + from;
    let read = || -> Option<(usize, usize)> {
        // The record itself is whole, with its comment.
        (bytes.len() >= end + 22 + le16(bytes, end + 20)?).then_some(())?;
        Some((le16(bytes, end + 10)?, le32(bytes, end + 16)?))
    };
    let (count, mut at) = read().ok_or(Unread::Broken)?;
    if count > MOST_ENTRIES {
        return Err(Unread::TooLarge);
    }
    let (mut found, mut declared) = (Vec::with_capacity(count), 0_u64);
    for _ in 0..count {
        let one = || -> Option<_> {
            (bytes.get(at..at + 4)? == b"PK\x01\x02").then_some(())?;
            let next =
                at + 46 + le16(bytes, at + 28)? + le16(bytes, at + 30)? + le16(bytes, at + 32)?;
            let (flags, method) = (le16(bytes, at + 8)?, le16(bytes, at + 10)?);
            let (packed, size, local) =
                (le32(bytes, at + 20)?, le32(bytes, at + 24)?, le32(bytes, at + 42)?);
            (bytes.get(local..local + 4)? == b"PK\x03\x04").then_some(())?;
            let data = local + 30 + le16(bytes, local + 26)? + le16(bytes, local + 28)?;
            Some((next, flags, method, data, packed, size))
        };
        let (next, flags, method, data, packed, size) = one().ok_or(Unread::Broken)?;
        if flags & 1 == 1 {
            return Err(Unread::OldOrLocked);
        }
        declared += size as u64;
        if declared > MOST_UNPACKED {
            return Err(Unread::TooLarge);
        }
        found.push((method, data, packed));
        at = next;
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::zip::Zip;

    /// Nothing but zeroes, which pack a thousandfold.
    fn bomb() -> Vec<u8> {
        let mut zip = Zip::default();
        zip.begin("xl/workbook.xml").unwrap();
        for _ in 0..90 {
            zip.write(&vec![0; 1_000_000]).unwrap();
        }
        zip.finish().unwrap()
    }

    #[test]
    fn what_would_unpack_to_too_much_is_refused_also_where_it_lies_about_that() {
        let mut bomb = bomb();
        assert!(bomb.len() < 1_000_000);
        assert_eq!(check(&bomb), Err(Unread::TooLarge));
        let at = bomb.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
        bomb[at + 24..at + 28].fill(0);
        assert_eq!(check(&bomb), Err(Unread::TooLarge), "measured, not believed");
    }

    #[test]
    fn what_is_cut_off_or_encrypted_is_refused() {
        let mut zip = Zip::default();
        zip.begin("a").unwrap();
        zip.write(b"some text").unwrap();
        let whole = zip.finish().unwrap();
        assert_eq!(check(&whole), Ok(()));
        for length in 0..whole.len() {
            assert_eq!(check(&whole[..length]), Err(Unread::Broken), "{length}");
        }
        let mut locked = whole.clone();
        let at = locked.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
        locked[at + 8] |= 1;
        assert_eq!(check(&locked), Err(Unread::OldOrLocked));
    }
}
