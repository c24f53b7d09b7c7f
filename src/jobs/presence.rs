//! Whether this process counts as alive among those that share its database (adr/0008), and so
//! whether it may send.

use crate::store::{
    Db, StoreError,
    leases::{self, LifeSign},
};
use std::time::Duration;
use tokio::{sync::watch, task::JoinHandle, time::timeout};
use tokio_util::sync::CancellationToken;

/// How often the sign of life is looked at, and tried again once it is lost.
const LOOK: Duration = Duration::from_secs(1);
/// An answer that takes longer is none.
const PATIENCE: Duration = Duration::from_secs(3);

/// This process, as others see it.
pub struct Presence {
    /// Cancelled when nothing may be sent any more: at the end, or because the sign was lost;
    /// there is a new one when it is back.
    pub may_send: watch::Receiver<CancellationToken>,
    keeper: Option<(JoinHandle<()>, CancellationToken)>,
}

impl Presence {
    /// Frees what dead processes held, if no other lives, and shows that this one does. `stop`
    /// ends the sending, not the presence.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn begin(db: &Db, stop: &CancellationToken) -> Result<Self, StoreError> {
        let sign = leases::appear(db).await?;
        let (sender, may_send) = watch::channel(stop.child_token());
        let keeper = sign.map(|sign| {
            let end = CancellationToken::new();
            let (db, stop, ended) = (db.clone(), stop.clone(), end.clone());
            let keeper = async move {
                let mut sign = Some(sign);
                ended.run_until_cancelled(keep(&db, &mut sign, &sender, &stop)).await;
                if let Some(sign) = sign {
                    sign.end().await;
                }
            };
            (tokio::spawn(keeper), end)
        });
        Ok(Presence { may_send, keeper })
    }

    /// Others may take what this process still holds.
    pub async fn end(self) {
        if let Some((keeper, end)) = self.keeper {
            end.cancel();
            let _ = timeout(PATIENCE, keeper).await;
        }
    }
}

/// Looks at the sign again and again. What is being sent ends as soon as it is lost: another
/// process may take us for dead from then on.
async fn keep(
    db: &Db,
    sign: &mut Option<LifeSign>,
    may_send: &watch::Sender<CancellationToken>,
    stop: &CancellationToken,
) {
    loop {
        tokio::time::sleep(LOOK).await;
        match sign {
            Some(found) => {
                if !matches!(timeout(PATIENCE, found.check()).await, Ok(Ok(()))) {
                    *sign = None;
                    may_send.borrow().cancel();
                    tracing::warn!("the database forgot that this process lives; sending pauses");
                }
            }
            None => match leases::show_life(db).await {
                Ok(shown) => {
                    *sign = shown;
                    may_send.send_replace(stop.child_token());
                    tracing::info!("the database knows again that this process lives");
                }
                Err(error) => tracing::debug!(%error, "the sign of life cannot be shown yet"),
            },
        }
    }
}
