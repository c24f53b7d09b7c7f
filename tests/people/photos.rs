//! Pictures for tests: made, put into forms as browsers do it, found on pages and fetched.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::instance::Instance;

pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = DynamicImage::ImageRgb8(picture.clone());
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Jpeg).unwrap();
    bytes
}

/// Red on the left and blue on the right, as a camera held upright stores what is red above blue,
/// with the camera's name and the place where it was (Exif 2.32: orientation 6, a GPS directory).
pub fn photo() -> Vec<u8> {
    let lying = RgbImage::from_fn(1_200, 900, |x, _| match x < 600 {
        true => Rgb([230, 10, 10]),
        false => Rgb([10, 10, 230]),
    });
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        let mut bytes = tag.to_le_bytes().to_vec();
        bytes.extend(kind.to_le_bytes());
        bytes.extend(count.to_le_bytes());
        bytes.extend(value);
        bytes
    };
    // Header 8, directory 2 + 3 * 12 + 4 = 42, GPS directory 2 + 2 * 12 + 4 = 30: texts are at 80.
    let mut tiff = b"II\x2a\0\x08\0\0\0".to_vec();
    tiff.extend(3_u16.to_le_bytes());
    tiff.extend(entry(0x010f, 2, 10, 104_u32.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, 50_u32.to_le_bytes()));
    tiff.extend([0; 4]);
    tiff.extend(2_u16.to_le_bytes());
    tiff.extend(entry(1, 2, 2, *b"N\0\0\0"));
    tiff.extend(entry(2, 5, 3, 80_u32.to_le_bytes()));
    tiff.extend([0; 4]);
    for number in [52_u32, 1, 31, 1, 4_242, 100] {
        tiff.extend(number.to_le_bytes());
    }
    tiff.extend(b"SecretCam\0");
    let mut segment = b"\xff\xe1".to_vec();
    segment.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    segment.extend(b"Exif\0\0");
    segment.extend(tiff);
    let plain = jpeg(&lying);
    [&plain[..2], &segment, &plain[2..]].concat()
}

/// A form with a file as browsers send it.
pub fn multipart(fields: &[(&str, &str)], file: Option<(&str, &str, &[u8])>) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--xYz\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
                .bytes(),
        );
    }
    if let Some((name, kind, bytes)) = file {
        let head = format!(
            "--xYz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: {kind}\r\n\r\n"
        );
        body.extend(head.bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--xYz--\r\n");
    ("multipart/form-data; boundary=xYz".into(), body)
}

/// The paths of the pictures on a page, each in its largest size.
pub fn pictures(page: &str) -> Vec<String> {
    let sets = page.split("srcset=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let last = sets.filter_map(|set| set.split(", ").last()?.split(' ').next());
    last.map(str::to_owned).collect()
}

pub struct Got {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub bytes: Vec<u8>,
}

pub async fn fetch(site: &Instance, path: &str, tag: &str) -> Got {
    fetch_with(site, path, ("if-none-match", tag)).await
}

pub async fn fetch_with(site: &Instance, path: &str, (name, value): (&str, &str)) -> Got {
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = http.get(format!("{}{path}", site.origin())).header(name, value);
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Got { status, headers, bytes: response.bytes().await.unwrap().to_vec() }
}
