//! New cases are told to who asked for them: noted as the log is read, told when it is time. So are
//! notices that nobody read, by mail.

use crate::{
    app::{alerts, mail::Post, notices},
    federation::Federation,
    store::StoreError,
};

/// Notes what is new, then tells what is due. Returns how much was done.
pub(super) async fn tell(federation: &Federation) -> Result<usize, StoreError> {
    let state = &federation.state;
    let noted = alerts::gather(&state.db, federation.now()).await?;
    let post = Post::of(&state.config, &state.urls, &state.texts);
    let told = alerts::tell_due(&state.db, &post, federation.now()).await?;
    let told = told + notices::tell_due(&state.db, &post, federation.now()).await?;
    if told > 0 {
        state.wake.mail.notify_one();
    }
    Ok(noted + told)
}
