//! Pictures of partners are loaded through the guarded client: addresses, redirects, size and time are
//! bounded as for everything that is asked elsewhere. The request is not signed and tells nobody who looks.

use super::fetch::{Client, FetchError};
use crate::media::{Loading, NotLoaded};
use futures_util::FutureExt as _;

/// Lets pages load pictures through this client. Federation starts once in a process; a second
/// start, as in tests, changes nothing.
pub fn answer(loading: &Loading, client: &Client) {
    let client = client.clone();
    loading.connect(Box::new(move |url, most| {
        let client = client.clone();
        async move {
            let url = client.url(&url).map_err(|error| why(&error))?;
            let fetched = client.get_picture(&url, most).await.map_err(|error| why(&error))?;
            Ok(fetched.body)
        }
        .boxed()
    }));
}

fn why(error: &FetchError) -> NotLoaded {
    match error {
        FetchError::Dns { .. } | FetchError::Connect { .. } | FetchError::Timeout { .. } => {
            NotLoaded::Silent
        }
        error if error.is_temporary() => NotLoaded::Later,
        _ => NotLoaded::Never,
    }
}
