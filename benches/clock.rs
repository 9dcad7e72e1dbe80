//! CPU time, which a busy machine does not stretch as it stretches the time on the wall.

use std::hint::black_box;

/// Seconds of CPU that this thread has used. Where the system does not tell: of the wall.
#[cfg(unix)]
pub(crate) fn used() -> f64 {
    use nix::time::ClockId;
    seconds(ClockId::CLOCK_THREAD_CPUTIME_ID.now())
}

#[cfg(unix)]
fn seconds(time: nix::Result<nix::sys::time::TimeSpec>) -> f64 {
    std::time::Duration::from(time.expect("the system tells CPU time")).as_secs_f64()
}

/// Seconds of CPU that another process has used so far, all its threads together.
#[cfg(unix)]
pub(crate) fn used_by(process: u32) -> f64 {
    let process = nix::unistd::Pid::from_raw(process.cast_signed());
    let clock = nix::time::ClockId::pid_cpu_clock_id(process).expect("the process is there");
    seconds(clock.now())
}

/// Seconds of CPU that the first thread of another process has used; exact while it waits for something.
pub(crate) fn used_by_first_thread(process: u32) -> f64 {
    let path = format!("/proc/{process}/task/{process}/schedstat");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let nanoseconds = text.split(' ').next().and_then(|word| word.parse::<f64>().ok());
    nanoseconds.map_or(f64::NAN, |nanoseconds| nanoseconds / 1e9)
}

/// Seconds of CPU that ended children of this process have used, those included that nobody timed.
#[cfg(unix)]
pub(crate) fn used_by_children() -> f64 {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system tells");
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    seconds(usage.user_time()) + seconds(usage.system_time())
}

/// Seconds on the wall, for what waits for the disk or for a quiet moment.
#[allow(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
pub(crate) fn wall() -> f64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64()
}

/// How often everything is measured; the median counts.
pub(crate) const SAMPLES: usize = 7;

/// Seconds of CPU for one piece of work, which is done `times` times a sample.
pub(crate) fn takes<T>(times: usize, mut work: impl FnMut() -> T) -> f64 {
    let mut sample = || {
        let start = used();
        (0..times).for_each(|_| {
            black_box(work());
        });
        (used() - start) / times as f64
    };
    sample();
    median((0..SAMPLES).map(|_| sample()).collect())
}

pub(crate) fn median(mut found: Vec<f64>) -> f64 {
    found.sort_by(f64::total_cmp);
    found[found.len() / 2]
}
