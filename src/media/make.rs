//! One file becomes the sizes that pages show: decoded within bounds, turned upright, written anew.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
    metadata::Orientation,
};

use super::probe::Kind;
use crate::domain::{
    case_study::Focus,
    media::{FACE, Form, Size},
};

/// Longest side that is decoded, in pixels.
const LONGEST_SIDE: u32 = 30_000;
/// Bytes that decoding takes per pixel at most: four colours of 16 bits.
const BYTES_PER_PIXEL: u64 = 8;
/// What decoders need besides.
const DECODER_BYTES: u64 = 64 << 20;
/// Of 100: nobody sees the difference to the original, at a tenth of its bytes.
const JPEG_QUALITY: u8 = 84;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("neither JPEG, PNG, WebP nor GIF")]
    NotAPicture,
    /// It says that it has more pixels than are decoded.
    #[error("more pixels than are decoded")]
    TooManyPixels,
    #[error("damaged, or not all of it arrived")]
    Broken,
}

/// A picture as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    pub form: Form,
    /// Each size with its bytes, from narrow to wide: those of [`Size::all`].
    pub sizes: Vec<(Size, Vec<u8>)>,
}

impl Made {
    /// Its largest size.
    pub fn largest(&self) -> Size {
        self.sizes.last().expect("a picture is made in one size at least").0
    }

    /// Of all sizes together.
    pub fn bytes(&self) -> usize {
        self.sizes.iter().map(|(_, bytes)| bytes.len()).sum()
    }
}

/// Makes all sizes of a picture. Takes up to seconds and, for a moment, memory of about twelve
/// bytes per pixel: not for a thread that serves others.
///
/// # Errors
/// See [`Refused`]; what has more than `most_pixels` is refused before it is decoded.
pub fn make(bytes: &[u8], most_pixels: u64) -> Result<Made, Refused> {
    let (picture, turn) = decoded(bytes, most_pixels)?;
    let mut picture = shrunk(picture, turn);
    picture.apply_orientation(turn);
    written(&picture).ok_or(Refused::Broken)
}

/// Makes the one size of a person's picture: a square of it in which `focus` stays.
///
/// # Errors
/// As [`make`].
pub fn make_face(bytes: &[u8], most_pixels: u64, focus: Focus) -> Result<Made, Refused> {
    let (picture, turn) = decoded(bytes, most_pixels)?;
    let mut picture = shrunk(picture, turn);
    picture.apply_orientation(turn);
    let side = picture.width().min(picture.height());
    let (spare_x, spare_y) = (picture.width() - side, picture.height() - side);
    let [across, up] = focus.point();
    // From the middle of a ninth to the whole way: what is at the edge stays at the edge.
    let part = |spare: u32, out: f64| match out {
        out if out < 0.0 => 0,
        out if out > 0.0 => spare,
        _ => spare / 2,
    };
    let square = picture.crop_imm(part(spare_x, across), part(spare_y, -up), side, side);
    let square = match side > FACE {
        true => resized(&square, Size { width: FACE, height: FACE }),
        false => square,
    };
    written(&square).ok_or(Refused::Broken)
}

/// The pixels as they stand in the file, and how they are to be turned.
fn decoded(bytes: &[u8], most_pixels: u64) -> Result<(DynamicImage, Orientation), Refused> {
    let kind = Kind::of(bytes).ok_or(Refused::NotAPicture)?;
    if !kind.is_whole(bytes) {
        return Err(Refused::Broken);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), kind.format());
    reader.limits(limits(most_pixels));
    let mut decoder = reader.into_decoder().map_err(refusal)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > most_pixels {
        return Err(Refused::TooManyPixels);
    }
    // A picture whose note on its orientation cannot be read is shown as it is.
    let turn = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(refusal)?;
    Ok((picture, turn))
}

fn limits(most_pixels: u64) -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(most_pixels.saturating_mul(BYTES_PER_PIXEL) + DECODER_BYTES);
    limits
}

fn refusal(error: image::ImageError) -> Refused {
    match error {
        image::ImageError::Limits(_) => Refused::TooManyPixels,
        image::ImageError::Unsupported(_) => Refused::NotAPicture,
        _ => Refused::Broken,
    }
}

/// The largest size that is kept; before it is turned, so that turning needs little memory.
fn shrunk(picture: DynamicImage, turn: Orientation) -> DynamicImage {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let (width, height) = (picture.width(), picture.height());
    let lies = matches!(turn, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH);
    let size = match lies {
        false => Size { width, height }.kept(),
        true => {
            let upright = Size { width: height, height: width }.kept();
            Size { width: upright.height, height: upright.width }
        }
    };
    match size == (Size { width, height }) {
        true => picture,
        false => resized(&picture, size),
    }
}

/// A smaller copy. What is much larger is first brought near by averages, which costs little.
fn resized(picture: &DynamicImage, size: Size) -> DynamicImage {
    let Size { width, height } = size;
    let (near_width, near_height) = (width.saturating_mul(2), height.saturating_mul(2));
    if picture.width() > near_width.saturating_mul(2) && picture.height() > near_height {
        let near = picture.thumbnail_exact(near_width, near_height);
        return near.resize_exact(width, height, FilterType::Lanczos3);
    }
    picture.resize_exact(width, height, FilterType::Lanczos3)
}

/// Only pixels are written: no profile, no place, no device, no words.
fn written(picture: &DynamicImage) -> Option<Made> {
    let clear = picture.color().has_alpha()
        && picture.to_rgba8().pixels().any(|pixel| pixel.0[3] < u8::MAX);
    let form = if clear { Form::Png } else { Form::Jpeg };
    let largest = Size { width: picture.width(), height: picture.height() };
    let one = |size: Size| {
        let own = match size == largest {
            true => encoded(picture, form),
            false => encoded(&resized(picture, size), form),
        };
        Some((size, own?))
    };
    let sizes = largest.all().into_iter().map(one).collect::<Option<Vec<_>>>()?;
    Some(Made { form, sizes })
}

fn encoded(picture: &DynamicImage, form: Form) -> Option<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let mut out = Vec::new();
    let done = match form {
        Form::Jpeg => JpegEncoder::new_with_quality(&mut out, JPEG_QUALITY).write_image(
            &picture.to_rgb8(),
            width,
            height,
            ExtendedColorType::Rgb8,
        ),
        Form::Png => PngEncoder::new(&mut out).write_image(
            &picture.to_rgba8(),
            width,
            height,
            ExtendedColorType::Rgba8,
        ),
    };
    done.ok().map(|()| out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, Rgba, RgbaImage};

    fn png(width: u32, height: u32, pixel: Rgba<u8>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, pixel));
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    #[test]
    fn every_format_is_written_anew_in_all_sizes() {
        let picture = DynamicImage::ImageRgb8(image::RgbImage::new(1_000, 500));
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
            let mut bytes = Vec::new();
            picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
            let made = make(&bytes, 1_000_000).unwrap();
            let widths: Vec<_> = made.sizes.iter().map(|(size, _)| size.width).collect();
            assert_eq!((made.form, widths), (Form::Jpeg, vec![480, 960, 1_000]), "{format:?}");
            for (size, bytes) in &made.sizes {
                let read = image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap();
                assert_eq!((read.width(), read.height()), (size.width, size.height));
            }
        }
    }

    #[test]
    fn what_one_sees_through_stays_so() {
        let made = make(&png(500, 10, Rgba([9, 9, 9, 100])), 1_000_000).unwrap();
        assert_eq!((made.form, made.sizes.len()), (Form::Png, 2));
        assert_eq!(make(&png(20, 10, Rgba([9, 9, 9, 255])), 1_000).unwrap().form, Form::Jpeg);
    }

    #[test]
    fn a_face_is_a_square_of_what_must_stay_in_view() {
        let picture = image::RgbImage::from_fn(1_200, 600, |x, _| match x {
            0..600 => image::Rgb([200, 0, 0]),
            _ => image::Rgb([0, 0, 200]),
        });
        let mut bytes = Vec::new();
        let picture = DynamicImage::ImageRgb8(picture);
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        for (focus, red) in [(Focus::Left, true), (Focus::BottomRight, false)] {
            let made = make_face(&bytes, 1_000_000, focus).unwrap();
            assert_eq!((made.sizes.len(), made.largest()), (1, Size { width: FACE, height: FACE }));
            let read = image::load_from_memory(&made.sizes[0].1).unwrap().to_rgb8();
            for x in [5, FACE - 5] {
                assert_eq!(read.get_pixel(x, FACE / 2).0[0] > 100, red, "{focus:?} {x}");
            }
        }
        let small = make_face(&png(20, 10, Rgba([9, 9, 9, 255])), 1_000, Focus::Centre).unwrap();
        assert_eq!(small.largest(), Size { width: 10, height: 10 });
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_decoded() {
        let bomb = png(2_000, 2_000, Rgba([0, 0, 0, 255]));
        assert!(bomb.len() < 160_000, "a hundredth of what it unpacks to: {}", bomb.len());
        assert_eq!(make(&bomb, 3_999_999), Err(Refused::TooManyPixels));
        // A size that nothing stands behind.
        let mut lie = png(1, 1, Rgba([0; 4]));
        lie[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        assert!(make(&lie, u64::MAX / 16).is_err());
    }

    #[test]
    fn a_file_that_was_cut_off_is_refused() {
        let picture = DynamicImage::ImageRgb8(image::RgbImage::from_fn(300, 300, |x, y| {
            image::Rgb([(x * 7) as u8, (y * 13) as u8, (x * y) as u8])
        }));
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
            let mut bytes = Vec::new();
            picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
            assert!(make(&bytes, 1_000_000).is_ok(), "{format:?}");
            for part in [bytes.len() / 2, bytes.len() / 10, 40] {
                assert!(make(&bytes[..part], 1_000_000).is_err(), "{part} bytes of {format:?}");
            }
        }
        assert_eq!(make(b"<svg onload='alert(1)'/>", 1_000), Err(Refused::NotAPicture));
    }
}
