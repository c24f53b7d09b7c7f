//! CPU time, memory and percentiles.

use std::{fs, io, time::Duration};

/// CPU time that a process has used, in user and kernel mode; in steps of 10 ms.
pub fn cpu_of(pid: u32) -> io::Result<Duration> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let odd = || io::Error::other("/proc/PID/stat is not as expected");
    // The name in brackets may hold blanks; utime and stime are the 12th and 13th field behind it.
    let behind = text.rsplit_once(')').ok_or_else(odd)?.1;
    let fields: Vec<_> = behind.split_whitespace().collect();
    let field = |at: usize| fields.get(at).and_then(|text| text.parse::<u64>().ok());
    let ticks = field(11).zip(field(12)).ok_or_else(odd)?;
    // SAFETY: sysconf has no preconditions.
    let per_second = unsafe { libc::sysconf(libc::_SC_CLK_TCK) }.max(1).unsigned_abs();
    Ok(Duration::from_millis((ticks.0 + ticks.1) * 1_000 / per_second))
}

/// CPU time of this thread alone.
pub fn cpu_of_thread() -> Duration {
    // SAFETY: the struct is plain numbers, and getrusage fills it.
    let usage = unsafe {
        let mut usage: libc::rusage = std::mem::zeroed();
        libc::getrusage(libc::RUSAGE_THREAD, &raw mut usage);
        usage
    };
    let of = |time: libc::timeval| {
        Duration::from_micros((time.tv_sec * 1_000_000 + time.tv_usec).unsigned_abs())
    };
    of(usage.ru_utime) + of(usage.ru_stime)
}

/// Resident memory now and at most, in MiB.
pub fn memory_of(pid: u32) -> io::Result<(f64, f64)> {
    let text = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let of = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name));
        let kib = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
        kib.unwrap_or_default() / 1_024.0
    };
    Ok((of("VmRSS:"), of("VmHWM:")))
}

/// Forgets how much memory the process had at most, so that [`memory_of`] tells of what follows.
pub fn forget_most_of(pid: u32) -> io::Result<()> {
    fs::write(format!("/proc/{pid}/clear_refs"), "5")
}

/// Below which `part` (0 to 1) of the times lie.
pub fn percentile(times: &mut [Duration], part: f64) -> Duration {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * part).round() as usize).copied().unwrap_or_default()
}

/// `count` things in `time`, as a rate.
pub fn rate(count: usize, time: Duration) -> String {
    let rate = count as f64 / time.as_secs_f64().max(1e-9);
    if rate < 100.0 { format!("{rate:.1}/s") } else { format!("{rate:.0}/s") }
}

/// The share of `time` that each of `count` things has.
pub fn each(count: usize, time: Duration) -> Duration {
    Duration::from_secs_f64(time.as_secs_f64() / count.max(1) as f64)
}

/// A time with three digits, in the unit that fits.
pub fn short(time: Duration) -> String {
    let us = time.as_secs_f64() * 1e6;
    match us {
        0.0..100.0 => format!("{us:.1} µs"),
        100.0..1_000.0 => format!("{us:.0} µs"),
        1_000.0..100_000.0 => format!("{:.2} ms", us / 1e3),
        100_000.0..1_000_000.0 => format!("{:.0} ms", us / 1e3),
        _ => format!("{:.2} s", us / 1e6),
    }
}

/// p50 and p99 as a table shows them.
pub fn spread(times: &mut [Duration]) -> String {
    format!("p50 {}, p99 {}", short(percentile(times, 0.5)), short(percentile(times, 0.99)))
}
