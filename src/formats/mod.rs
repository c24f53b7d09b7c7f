//! Case studies in the formats people take them along in, and bring them in: what may be taken,
//! sheets, workbooks, maps, XML. Bytes in memory only: who asks for them, and where they go, is the
//! surfaces' matter.

pub mod geojson;
pub mod reading;
pub mod sheet;
pub mod taken;
pub mod workbook;
pub mod xml;
pub mod zip;
