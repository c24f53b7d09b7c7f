//! Looking at the common feeds until all hold everything, and afterwards.

use std::time::{Duration, Instant};

use super::{DemoError, Voice, instance::Instance};

const PAUSE: Duration = Duration::from_millis(100);
/// While it only stays up.
const LONG_PAUSE: Duration = Duration::from_millis(500);

/// How many cases there are in all three together.
pub(super) async fn expected(instances: &[Instance]) -> Result<i64, DemoError> {
    let mut all = 0;
    for instance in instances {
        all += instance.own().await?;
    }
    Ok(all)
}

/// Returns when each common feed shows `all` cases; says every change on the way.
pub(super) async fn until_all_have(
    instances: &mut [Instance],
    all: i64,
    patience: Duration,
    voice: &mut Voice<'_>,
) -> Result<(), DemoError> {
    let (began, mut said, mut spoke) = (Instant::now(), Vec::new(), Instant::now());
    loop {
        let counts = counts(instances).await?;
        let done = counts.iter().all(|count| *count == all);
        // At most three lines a second, but never without the last.
        if counts != said && (done || said.is_empty() || spoke.elapsed() > 3 * PAUSE) {
            voice.say(&line(instances, &counts, Some(all)))?;
            (said, spoke) = (counts.clone(), Instant::now());
        }
        if done {
            return Ok(());
        }
        if began.elapsed() > patience {
            return Err(DemoError::Failed(missing(instances, &counts, all, patience).await?));
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Says every change, and fails when an instance ends; otherwise for ever.
pub(super) async fn changes(
    instances: &mut [Instance],
    voice: &mut Voice<'_>,
) -> Result<(), DemoError> {
    let mut said = counts(instances).await?;
    loop {
        tokio::time::sleep(LONG_PAUSE).await;
        let counts = counts(instances).await?;
        if counts != said {
            voice.say(&line(instances, &counts, None))?;
            said = counts;
        }
    }
}

async fn counts(instances: &mut [Instance]) -> Result<Vec<i64>, DemoError> {
    let mut counts = Vec::with_capacity(instances.len());
    for instance in instances {
        instance.check()?;
        counts.push(instance.shown().await?);
    }
    Ok(counts)
}

fn line(instances: &[Instance], counts: &[i64], all: Option<i64>) -> String {
    let of = all.map(|all| format!("/{all}")).unwrap_or_default();
    let parts = instances.iter().zip(counts);
    let parts: Vec<_> =
        parts.map(|(instance, count)| format!("{} {count:>2}{of}", instance.name())).collect();
    parts.join("   ")
}

async fn missing(
    instances: &[Instance],
    counts: &[i64],
    all: i64,
    patience: Duration,
) -> Result<String, DemoError> {
    let mut text = format!("after {} s not every feed holds all {all} cases:", patience.as_secs());
    for (instance, count) in instances.iter().zip(counts) {
        text.push_str(&format!("\n  {:<11} {count}", instance.name()));
        if let Some(trouble) = instance.trouble().await? {
            text.push_str(&format!(" ({trouble})"));
        }
    }
    Ok(text)
}
