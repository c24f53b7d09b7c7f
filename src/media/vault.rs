//! Where pictures are kept: a folder on this machine, or a store that speaks S3.

use std::{
    path::{Path as File, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use bytes::Bytes;
use futures_util::{TryStreamExt as _, stream::BoxStream};
use object_store::{
    Attribute, Attributes, ClientOptions, ObjectMeta, ObjectStore, ObjectStoreExt as _, PutOptions,
    PutPayload, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem, path::Path,
};
use tokio::sync::{OnceCell, Semaphore};

use super::make::{Made, Refused, make, make_face};
use crate::{
    config::{Config, Media},
    domain::{
        case_study::Focus,
        media::{Named, is_id},
    },
};

/// Pictures decoded at once: each takes a processor, and memory for all its pixels.
const AT_ONCE: usize = 2;
/// Longest time for one answer of a store elsewhere.
const PATIENCE: Duration = Duration::from_secs(20);

/// The store did not do its part.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    #[error("the store of pictures: {0}")]
    Store(#[from] object_store::Error),
    #[error("the folder of pictures {0}: {1}")]
    Folder(PathBuf, std::io::Error),
}

/// The pictures of one instance. Made without touching anything; the store is opened when it is
/// first asked.
pub struct Vault {
    settings: Media,
    folder: PathBuf,
    store: OnceCell<Arc<dyn ObjectStore>>,
    room: Semaphore,
}

impl Vault {
    pub fn of(config: &Config) -> Self {
        Vault {
            settings: config.media.clone(),
            folder: config.data_dir.join("media"),
            store: OnceCell::new(),
            room: Semaphore::new(AT_ONCE),
        }
    }

    /// One that keeps its pictures in this store.
    pub fn over(store: Arc<dyn ObjectStore>, config: &Config) -> Self {
        Vault { store: OnceCell::new_with(Some(store)), ..Vault::of(config) }
    }

    async fn store(&self) -> Result<&Arc<dyn ObjectStore>, VaultError> {
        let open = || async {
            match self.settings.s3_bucket.is_empty() {
                true => self.folder_store(),
                false => self.s3_store(),
            }
        };
        self.store.get_or_try_init(open).await
    }

    fn folder_store(&self) -> Result<Arc<dyn ObjectStore>, VaultError> {
        let folder = &self.folder;
        std::fs::create_dir_all(folder)
            .map_err(|error| VaultError::Folder(folder.clone(), error))?;
        // What was confirmed is on the disk, also when the power fails.
        Ok(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true)))
    }

    fn s3_store(&self) -> Result<Arc<dyn ObjectStore>, VaultError> {
        let Media { s3_endpoint, s3_bucket, s3_region, s3_key_id, s3_secret, .. } = &self.settings;
        let patience = ClientOptions::new()
            .with_timeout(PATIENCE)
            .with_connect_timeout(Duration::from_secs(5))
            .with_allow_http(s3_endpoint.starts_with("http://"));
        let retry =
            RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(s3_bucket)
            .with_region(s3_region)
            .with_access_key_id(s3_key_id)
            .with_secret_access_key(s3_secret)
            .with_virtual_hosted_style_request(false)
            .with_client_options(patience)
            .with_retry(retry);
        if !s3_endpoint.is_empty() {
            builder = builder.with_endpoint(s3_endpoint);
        }
        Ok(Arc::new(builder.build()?))
    }

    /// Makes all sizes of a picture beside the threads that serve, a few pictures at once.
    ///
    /// # Errors
    /// As [`make`]; a decoder that stumbled over the file refuses it too.
    pub async fn make(&self, bytes: Bytes) -> Result<Made, Refused> {
        let most = self.settings.max_pixels;
        self.made(move || make(&bytes, most)).await
    }

    /// Makes the picture of a person; of `focus` the middle if None.
    ///
    /// # Errors
    /// As [`Self::make`].
    pub async fn make_face(&self, bytes: Bytes, focus: Option<Focus>) -> Result<Made, Refused> {
        let most = self.settings.max_pixels;
        self.made(move || make_face(&bytes, most, focus.unwrap_or_default())).await
    }

    async fn made(
        &self,
        make: impl FnOnce() -> Result<Made, Refused> + Send + 'static,
    ) -> Result<Made, Refused> {
        let _room = self.room.acquire().await.map_err(|_| Refused::Broken)?;
        let made = tokio::task::spawn_blocking(make).await;
        made.unwrap_or_else(|error| {
            tracing::warn!(%error, "a decoder stumbled over a picture");
            Err(Refused::Broken)
        })
    }

    /// Keeps all sizes of a picture; when this returns they are there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keep(&self, named: &Named, made: Made) -> Result<(), VaultError> {
        let store = self.store().await?;
        for (size, bytes) in made.sizes {
            let named = named.in_size(size);
            let mut options = PutOptions::default();
            // The folder has nowhere to keep what kind of file it is, and refuses to be told.
            if !self.settings.s3_bucket.is_empty() {
                let kind = (Attribute::ContentType, named.form.media_type());
                options.attributes = Attributes::from_iter([kind]);
            }
            store.put_opts(&path(&named), PutPayload::from(bytes), options).await?;
        }
        Ok(())
    }

    /// One size of a picture, if there is such a one.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn read(&self, named: &Named) -> Result<Option<Bytes>, VaultError> {
        match self.store().await?.get(&path(named)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps a document; when this returns it is there.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn keep_document(&self, id: &str, bytes: Bytes) -> Result<(), VaultError> {
        let mut options = PutOptions::default();
        if !self.settings.s3_bucket.is_empty() {
            let kind = (Attribute::ContentType, "application/pdf");
            options.attributes = Attributes::from_iter([kind]);
        }
        let payload = PutPayload::from(bytes);
        self.store().await?.put_opts(&document_path(id), payload, options).await?;
        Ok(())
    }

    /// How long a document is, and its bytes as they are read; None where there is none.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn read_document(
        &self,
        id: &str,
    ) -> Result<Option<(u64, BoxStream<'static, object_store::Result<Bytes>>)>, VaultError> {
        match self.store().await?.get(&document_path(id)).await {
            Ok(found) => Ok(Some((found.meta.size, found.into_stream()))),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Ids of pictures and documents that have been there since before `before` (epoch milliseconds),
    /// each once.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn ids(&self, before: i64) -> Result<Vec<String>, VaultError> {
        let store = self.store().await?;
        let is_old = |meta: &ObjectMeta| meta.last_modified.timestamp_millis() < before;
        let mut ids: Vec<String> = store
            .list(None)
            .try_filter_map(|meta| async move { Ok(is_old(&meta).then(|| id_of(&meta)).flatten()) })
            .try_collect()
            .await?;
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// Takes all sizes of a picture away, or a document.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn forget(&self, id: &str) -> Result<(), VaultError> {
        let store = self.store().await?;
        let all: Vec<ObjectMeta> = store.list(Some(&folder_of(id))).try_collect().await?;
        for meta in all {
            match store.delete(&meta.location).await {
                Ok(()) | Err(object_store::Error::NotFound { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Removes what a killed process began to write into the folder before `before` (epoch
    /// milliseconds): the store itself does not list it. How many files that were.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub async fn tidy(&self, before: i64) -> Result<usize, VaultError> {
        if !self.settings.s3_bucket.is_empty() || !self.folder.is_dir() {
            return Ok(0);
        }
        let folder = self.folder.clone();
        let before = UNIX_EPOCH + Duration::from_millis(before.max(0).unsigned_abs());
        let done = tokio::task::spawn_blocking(move || half_written(&folder, before)).await;
        let done = done.unwrap_or_else(|error| Err(std::io::Error::other(error)));
        done.map_err(|error| VaultError::Folder(self.folder.clone(), error))
    }
}

/// `ab/abcd…/1600x1067.jpg`: few entries in one folder, however many pictures there are.
fn path(named: &Named) -> Path {
    Path::from(format!("{}/{named}", &named.id()[..2]))
}

fn document_path(id: &str) -> Path {
    Path::from(format!("{}/{id}/document.pdf", id.get(..2).unwrap_or_default()))
}

fn folder_of(id: &str) -> Path {
    Path::from(format!("{}/{id}", id.get(..2).unwrap_or_default()))
}

fn id_of(meta: &ObjectMeta) -> Option<String> {
    let id = meta.location.parts().nth(1)?.as_ref().to_owned();
    is_id(&id).then_some(id)
}

/// The store writes to `NAME#NUMBER` first and renames it when it is whole.
fn half_written(folder: &File, before: SystemTime) -> std::io::Result<usize> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            count += half_written(&entry.path(), before)?;
        } else if entry.file_name().to_string_lossy().contains('#')
            && entry.metadata()?.modified()? < before
        {
            std::fs::remove_file(entry.path())?;
            count += 1;
        }
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::media::{Form, Size};
    use object_store::memory::InMemory;

    fn made() -> Made {
        let size = Size { width: 600, height: 300 };
        let sizes = size.all().into_iter().map(|size| (size, vec![size.width as u8; 10])).collect();
        Made { form: Form::Jpeg, sizes }
    }

    async fn keeps_reads_and_forgets(vault: &Vault) {
        let named = Named::new(7, made().largest(), Form::Jpeg);
        let other = Named::new(8, made().largest(), Form::Jpeg);
        assert_eq!(vault.read(&named).await.unwrap(), None);
        vault.keep(&named, made()).await.unwrap();
        vault.keep(&other, made()).await.unwrap();
        for named in named.all() {
            let bytes = vault.read(&named).await.unwrap().unwrap();
            assert_eq!(bytes, vec![named.size.width as u8; 10]);
        }
        let later = i64::MAX;
        assert_eq!(vault.ids(0).await.unwrap(), Vec::<String>::new());
        assert_eq!(vault.ids(later).await.unwrap(), [named.id(), other.id()]);
        vault.forget(named.id()).await.unwrap();
        assert_eq!(vault.read(&named).await.unwrap(), None);
        assert_eq!(vault.ids(later).await.unwrap(), [other.id()]);
    }

    #[tokio::test]
    async fn a_store_elsewhere_keeps_reads_and_forgets_pictures() {
        let config = Config::default();
        keeps_reads_and_forgets(&Vault::over(Arc::new(InMemory::new()), &config)).await;
    }

    #[tokio::test]
    async fn a_folder_keeps_reads_and_forgets_pictures() {
        let folder = tempfile::tempdir().unwrap();
        let config = Config { data_dir: folder.path().to_owned(), ..Config::default() };
        let vault = Vault::of(&config);
        assert_eq!(vault.tidy(i64::MAX / 2).await.unwrap(), 0);
        keeps_reads_and_forgets(&vault).await;
        let begun = folder.path().join("media/00/half.jpg#1");
        std::fs::write(&begun, "half").unwrap();
        assert_eq!(vault.tidy(0).await.unwrap(), 0, "somebody may be writing it");
        let later = chrono::Utc::now().timestamp_millis() + 10_000;
        assert_eq!(vault.tidy(later).await.unwrap(), 1);
        assert!(!begun.exists());
    }
}
