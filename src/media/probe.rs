//! What bytes are, by themselves: neither a name nor a declared type is believed.

use image::ImageFormat;

/// The formats that are let in. SVG is none of them: it is a document that may hold scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    Webp,
    /// Its first frame.
    Gif,
}

impl Kind {
    /// The format whose signature the bytes begin with.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\xff\xd8\xff") {
            return Some(Kind::Jpeg);
        }
        if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Kind::Png);
        }
        if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") {
            return Some(Kind::Gif);
        }
        let is_webp = bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP");
        is_webp.then_some(Kind::Webp)
    }

    pub(super) fn format(self) -> ImageFormat {
        match self {
            Kind::Jpeg => ImageFormat::Jpeg,
            Kind::Png => ImageFormat::Png,
            Kind::Webp => ImageFormat::WebP,
            Kind::Gif => ImageFormat::Gif,
        }
    }

    /// Whether the end of the file is there. Some decoders paint what is missing grey and say
    /// nothing, and nobody wants half a picture.
    pub fn is_whole(self, bytes: &[u8]) -> bool {
        match self {
            Kind::Jpeg => jpeg_ends(bytes),
            Kind::Png => chunks_end(bytes),
            Kind::Webp => {
                let size = bytes.get(4..8).and_then(|size| size.try_into().ok());
                let size = size.map(u32::from_le_bytes).unwrap_or(u32::MAX);
                bytes.len() as u64 >= u64::from(size) + 8
            }
            // Its decoder needs the whole first frame.
            Kind::Gif => true,
        }
    }
}

/// Walks the segments up to the picture itself (ITU T.81, annex B). In its data an end marker can
/// only be the end: every other FF is followed by 00 or a restart. A thumbnail in a segment before
/// it has an end marker of its own, which must not count.
fn jpeg_ends(bytes: &[u8]) -> bool {
    const START_OF_SCAN: u8 = 0xda;
    const END: u8 = 0xd9;
    let mut at = 2;
    loop {
        let Some(&[mark, code]) = bytes.get(at..at + 2) else { return false };
        if mark != 0xff {
            return false;
        }
        if code == 0xff {
            at += 1;
            continue;
        }
        let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { return false };
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if code == START_OF_SCAN {
            let data = bytes.get(at..).unwrap_or_default();
            return data.windows(2).any(|pair| pair == [0xff, END]);
        }
    }
}

/// Walks the chunks of a PNG (W3C PNG §5.3) to its last one.
fn chunks_end(bytes: &[u8]) -> bool {
    let mut at = 8;
    while let Some(head) = bytes.get(at..at + 8) {
        let Ok(length) = head[..4].try_into().map(u32::from_be_bytes) else { return false };
        // Length, name and checksum.
        at = match usize::try_from(length).ok().and_then(|length| at.checked_add(length + 12)) {
            Some(next) => next,
            None => return false,
        };
        if &head[4..] == b"IEND" {
            return at <= bytes.len();
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_bytes_are_is_told_by_the_bytes() {
        for (bytes, kind) in [
            (&b"\xff\xd8\xff\xe0"[..], Some(Kind::Jpeg)),
            (b"\x89PNG\r\n\x1a\n", Some(Kind::Png)),
            (b"GIF89a...", Some(Kind::Gif)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Kind::Webp)),
            (b"RIFF\0\0\0\0AVI ", None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
            (b"%PDF-1.7", None),
            (b"BM", None),
            (b"", None),
        ] {
            assert_eq!(Kind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end_of_the_picture() {
        let thumbnail = b"\xff\xe1\x00\x06\xff\xd8\xff\xd9";
        let scan = b"\xff\xda\x00\x02\x12\xff\x00\x34";
        let cut = [&b"\xff\xd8"[..], thumbnail, scan].concat();
        assert!(!Kind::Jpeg.is_whole(&cut));
        assert!(Kind::Jpeg.is_whole(&[&cut[..], b"\xff\xd9"].concat()));
        assert!(!Kind::Jpeg.is_whole(b"\xff\xd8\xff"));
        assert!(!Kind::Png.is_whole(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIDAT"));
    }
}
