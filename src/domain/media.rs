//! Pictures as their addresses name them: which one, how large, in which format, in which sizes.

use std::fmt;

/// Widths that a picture is made in beside its own, in pixels; a smaller one is never enlarged.
pub const WIDTHS: [u32; 2] = [480, 960];
/// Pixels of a side of a person's picture: twice as many as a page shows of it.
pub const FACE: u32 = 320;
/// The largest size that is kept: more than a page shows on any screen.
pub const WIDEST: u32 = 1_600;
/// A picture that is taller is narrower too.
pub const TALLEST: u32 = 3_200;
/// Letters and digits of a picture's id: 128 random bits in hexadecimal, which nobody guesses.
const ID_CHARS: usize = 32;

/// The format of a picture as it is kept: all that was sent is written anew in one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Jpeg,
    /// For pictures one sees through.
    Png,
}

impl Form {
    pub const fn media_type(self) -> &'static str {
        match self {
            Form::Jpeg => "image/jpeg",
            Form::Png => "image/png",
        }
    }

    /// The end of its name.
    pub const fn ending(self) -> &'static str {
        match self {
            Form::Jpeg => "jpg",
            Form::Png => "png",
        }
    }

    fn from_ending(ending: &str) -> Option<Self> {
        [Form::Jpeg, Form::Png].into_iter().find(|form| form.ending() == ending)
    }
}

/// Pixels across and down; neither is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

impl Size {
    /// The largest size in which a picture of this one is kept.
    pub fn kept(self) -> Size {
        let by_height = u64::from(self.width) * u64::from(TALLEST) / u64::from(self.height.max(1));
        let by_height = u32::try_from(by_height).unwrap_or(u32::MAX).max(1);
        match self.height > TALLEST && by_height < WIDEST.min(self.width) {
            true => Size { width: by_height, height: TALLEST },
            false => self.at_width(WIDEST),
        }
    }

    /// The same picture at most so wide.
    fn at_width(self, width: u32) -> Size {
        if self.width <= width {
            return self;
        }
        let height = u64::from(self.height) * u64::from(width);
        let height = (height + u64::from(self.width) / 2) / u64::from(self.width.max(1));
        Size { width, height: u32::try_from(height).unwrap_or(u32::MAX).max(1) }
    }

    /// All sizes that are made of a picture whose largest is this one, from narrow to wide.
    pub fn all(self) -> Vec<Size> {
        let narrower = WIDTHS.into_iter().filter(|width| *width < self.width);
        narrower.map(|width| self.at_width(width)).chain([self]).collect()
    }
}

/// One size of one picture, as its address names it: `ID/1600x1067.jpg`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    id: String,
    pub size: Size,
    pub form: Form,
}

impl Named {
    /// Names a picture by 128 bits that nobody can guess.
    pub fn new(random: u128, size: Size, form: Form) -> Self {
        Named { id: format!("{random:032x}"), size, form }
    }

    /// Reads `ID/WIDTHxHEIGHT.ENDING`, in the one way it is written; nothing in it can lead
    /// anywhere else.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, name) = text.split_once('/')?;
        let (size, ending) = name.split_once('.')?;
        let (width, height) = size.split_once('x')?;
        let pixels = |text: &str| {
            let number = text.parse::<u32>().ok().filter(|pixels| (1..=TALLEST).contains(pixels));
            number.filter(|number| number.to_string() == text)
        };
        let size = Size { width: pixels(width)?, height: pixels(height)? };
        let form = Form::from_ending(ending)?;
        is_id(id).then(|| Named { id: id.to_owned(), size, form })
    }

    /// The id that all its sizes share.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The same picture in another of its sizes.
    pub fn in_size(&self, size: Size) -> Self {
        Named { size, ..self.clone() }
    }

    /// All sizes of a picture whose largest is this one, from narrow to wide.
    pub fn all(&self) -> Vec<Named> {
        self.size.all().into_iter().map(|size| self.in_size(size)).collect()
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Named { id, size: Size { width, height }, form } = self;
        write!(f, "{id}/{width}x{height}.{}", form.ending())
    }
}

/// Whether this has the form of a picture's id.
pub fn is_id(text: &str) -> bool {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    text.len() == ID_CHARS && text.bytes().all(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(width: u32, height: u32) -> Size {
        Size { width, height }
    }

    #[test]
    fn pictures_are_made_smaller_and_never_larger() {
        assert_eq!(size(4_000, 3_000).kept(), size(1_600, 1_200));
        assert_eq!(size(300, 200).kept(), size(300, 200));
        assert_eq!(size(1_000, 10_000).kept(), size(320, 3_200));
        assert_eq!(size(2, 20_000).kept(), size(1, 3_200));
        assert_eq!(size(20_000, 1).kept(), size(1_600, 1));
        assert_eq!(size(1_600, 1_200).all(), [size(480, 360), size(960, 720), size(1_600, 1_200)]);
        assert_eq!(size(480, 9).all(), [size(480, 9)]);
        assert_eq!(size(481, 1).all(), [size(480, 1), size(481, 1)]);
    }

    #[test]
    fn a_name_is_read_in_the_one_way_it_is_written() {
        let named = Named::new(0xab, size(1_600, 1_067), Form::Jpeg);
        let text = "000000000000000000000000000000ab/1600x1067.jpg";
        assert_eq!(named.to_string(), text);
        assert_eq!(Named::parse(text), Some(named));
        let id = "000000000000000000000000000000ab";
        for wrong in [
            "ab/1x1.jpg".to_owned(),
            format!("{id}/01x1.jpg"),
            format!("{id}/+1x1.jpg"),
            format!("{id}/0x1.jpg"),
            format!("{id}/1x9999.jpg"),
            format!("{id}/1x1.svg"),
            format!("{id}/1x1.jpg.svg"),
            format!("{id}/../1x1.jpg"),
            format!("{}/1x1.jpg", id.to_uppercase()),
            id.to_owned(),
        ] {
            assert_eq!(Named::parse(&wrong), None, "{wrong}");
        }
    }
}
