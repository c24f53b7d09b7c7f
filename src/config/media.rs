//! Settings about pictures and documents: how large, how many, and where their bytes are.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What may be sent, and where it is kept.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Media {
    /// Largest file that is taken, in bytes.
    pub upload_max_bytes: usize,
    /// Largest document of a case that is taken, in bytes.
    pub document_bytes: usize,
    /// Most pixels that a picture may have to be decoded at all.
    pub max_pixels: u64,
    /// Most pictures that one account sends in 24 hours, and most documents.
    pub uploads_per_account_per_day: u32,
    /// Room for copies of pictures that partners show, in bytes.
    pub remote_cache_bytes: u64,
    /// Bucket of an S3-compatible store; empty for the folder `media` of the data folder.
    pub s3_bucket: String,
    /// Its address; empty for the one of AWS.
    pub s3_endpoint: String,
    pub s3_region: String,
    pub s3_key_id: String,
    pub s3_secret: String,
}

impl Default for Media {
    fn default() -> Self {
        Self {
            upload_max_bytes: 12_582_912,
            document_bytes: 20_971_520,
            max_pixels: 50_000_000,
            uploads_per_account_per_day: 200,
            remote_cache_bytes: 536_870_912,
            s3_bucket: String::new(),
            s3_endpoint: String::new(),
            s3_region: "us-east-1".into(),
            s3_key_id: String::new(),
            s3_secret: String::new(),
        }
    }
}

/// The secret is never printed.
impl fmt::Debug for Media {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Media")
            .field("upload_max_bytes", &self.upload_max_bytes)
            .field("document_bytes", &self.document_bytes)
            .field("max_pixels", &self.max_pixels)
            .field("uploads_per_account_per_day", &self.uploads_per_account_per_day)
            .field("remote_cache_bytes", &self.remote_cache_bytes)
            .field("s3_bucket", &self.s3_bucket)
            .field("s3_endpoint", &self.s3_endpoint)
            .field("s3_region", &self.s3_region)
            .field("s3_key_id", &self.s3_key_id)
            .field("s3_secret", &format_args!("…"))
            .finish()
    }
}
