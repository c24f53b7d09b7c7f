//! A ZIP archive that is sent while it is written: sizes follow each entry (APPNOTE 4.3.9), so that
//! nothing has to be kept or known beforehand. At most 4 GiB in all, which is checked.

use std::io::{self, Write};

use flate2::{Compression, Crc, write::DeflateEncoder};

/// Sizes follow the data, names are UTF-8.
const FLAGS: u16 = 1 << 3 | 1 << 11;
const DEFLATED: u16 = 8;
const VERSION: u16 = 20;
/// 1 January 1980: the time of the first entry of the format's calendar, and of ours.
const DATE: u16 = 0x21;

/// An archive on its way.
#[derive(Default)]
pub struct Zip {
    ready: Vec<u8>,
    /// Bytes that were ready before those that are.
    gone: u64,
    done: Vec<Entry>,
    open: Option<Open>,
}

struct Entry {
    name: String,
    crc: u32,
    packed: u32,
    size: u32,
    at: u32,
}

struct Open {
    name: String,
    crc: Crc,
    encoder: DeflateEncoder<Vec<u8>>,
    packed: u64,
    size: u64,
    at: u64,
}

impl Zip {
    /// Bytes of the open entry, before compression.
    pub fn size(&self) -> u64 {
        self.open.as_ref().map_or(0, |open| open.size)
    }

    /// Ends the entry before, and begins another.
    pub fn begin(&mut self, name: &str) -> io::Result<()> {
        self.end()?;
        let at = self.gone + self.ready.len() as u64;
        self.put32(0x0403_4b50);
        self.head(0, 0, 0);
        self.put16(name.len() as u16);
        self.put16(0);
        self.ready.extend_from_slice(name.as_bytes());
        let encoder = DeflateEncoder::new(Vec::new(), Compression::new(5));
        let name = name.to_owned();
        self.open = Some(Open { name, crc: Crc::new(), encoder, packed: 0, size: 0, at });
        Ok(())
    }

    /// Goes on with the open entry.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.crc.update(bytes);
        open.size += bytes.len() as u64;
        open.encoder.write_all(bytes)?;
        open.packed += open.encoder.get_ref().len() as u64;
        self.ready.append(open.encoder.get_mut());
        Ok(())
    }

    fn end(&mut self) -> io::Result<()> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let rest = open.encoder.finish()?;
        self.ready.extend_from_slice(&rest);
        let entry = Entry {
            name: open.name,
            crc: open.crc.sum(),
            packed: small(open.packed + rest.len() as u64)?,
            size: small(open.size)?,
            at: small(open.at)?,
        };
        self.put32(0x0807_4b50);
        self.put32(entry.crc);
        self.put32(entry.packed);
        self.put32(entry.size);
        self.done.push(entry);
        Ok(())
    }

    /// What is ready to be sent; it is not kept.
    pub fn take(&mut self) -> Vec<u8> {
        self.gone += self.ready.len() as u64;
        std::mem::take(&mut self.ready)
    }

    /// Ends the archive with its directory; returns what was not taken yet.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        self.end()?;
        let from = self.gone + self.ready.len() as u64;
        let entries = std::mem::take(&mut self.done);
        for entry in &entries {
            self.put32(0x0201_4b50);
            self.put16(VERSION);
            self.head(entry.crc, entry.packed, entry.size);
            self.put16(entry.name.len() as u16);
            // No extra field, no comment, the first disk, no attributes.
            self.ready.extend_from_slice(&[0; 12]);
            self.put32(entry.at);
            self.ready.extend_from_slice(entry.name.as_bytes());
        }
        let length = self.gone + self.ready.len() as u64 - from;
        self.put32(0x0605_4b50);
        self.put32(0);
        self.put16(entries.len() as u16);
        self.put16(entries.len() as u16);
        self.put32(small(length)?);
        self.put32(small(from)?);
        self.put16(0);
        Ok(self.ready)
    }

    fn head(&mut self, crc: u32, packed: u32, size: u32) {
        for value in [VERSION, FLAGS, DEFLATED, 0, DATE] {
            self.put16(value);
        }
        for value in [crc, packed, size] {
            self.put32(value);
        }
    }

    fn put16(&mut self, value: u16) {
        self.ready.extend_from_slice(&value.to_le_bytes());
    }

    fn put32(&mut self, value: u32) {
        self.ready.extend_from_slice(&value.to_le_bytes());
    }
}

fn small(size: u64) -> io::Result<u32> {
    u32::try_from(size).map_err(|_| io::Error::other("a workbook of more than 4 GiB"))
}
