// What a peer is asked to measure, and how it answers: shared by all Rust peers. A request is a
// line of numbers, an answer a line of JSON; the Java contenders of the comparison speak the same.
use std::cell::Cell;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

/// How many files there are of the small size.
const FILES: usize = 1024;
/// As many threads may record a latency without waiting for each other.
const SHARDS: usize = 16;

/// What an operation is.
#[derive(Clone, Copy, PartialEq)]
pub enum Mode {
    /// Write a file, then read it; the page cache answers.
    Cached,
    /// Write a file, force it to the disk, then read it.
    Durable,
    /// Read a file that is not in memory; every file once.
    Cold,
}

/// One window of measurement.
#[derive(Clone, Copy)]
pub struct Case {
    pub mode: Mode,
    pub size: usize,
    pub in_flight: usize,
    pub window: Duration,
    /// How long operations begin if fewer than `least` have begun by the end of the window.
    pub longest: Duration,
    pub least: u64,
    pub most: u64,
    /// Arrivals per second; 0 keeps `in_flight` operations going instead.
    pub rate: u64,
}

impl Case {
    fn parse(line: &str) -> Case {
        let n: Vec<u64> = line.split_whitespace().map(|w| w.parse().expect("a number")).collect();
        Case {
            mode: [Mode::Cached, Mode::Durable, Mode::Cold][n[0] as usize],
            size: n[1] as usize,
            in_flight: n[2] as usize,
            window: Duration::from_millis(n[3]),
            longest: Duration::from_millis(n[4]),
            least: n[5],
            most: n[6],
            rate: n[7],
        }
    }

    /// How many threads a pool has: one per core for the page cache, one per operation for the
    /// disk. The Java pools follow the same rule.
    pub fn threads(&self) -> usize {
        let cores = std::thread::available_parallelism().map_or(1, |cores| cores.get());
        if self.mode == Mode::Cached { cores.min(self.in_flight) } else { self.in_flight }
    }

    /// Whether the operation of this number may begin so long after the first one. The first ones
    /// always may, so that there is something to count however slow the machine is.
    fn has_room_for(&self, number: u64, after: Duration) -> bool {
        number < self.in_flight as u64
            || (number < self.most
                && (after < self.window || (number < self.least && after < self.longest)))
    }

    /// When the operation of this number arrives, after the start.
    pub fn arrival(&self, number: u64) -> Duration {
        Duration::from_secs_f64(number as f64 / self.rate as f64)
    }

    pub fn content(&self) -> Vec<u8> {
        (0..self.size).map(|i| i as u8).collect()
    }
}

/// What is recorded while a window is open. For any number of threads.
pub struct Tally {
    case: Case,
    paths: Vec<PathBuf>,
    next: AtomicU64,
    free: Mutex<VecDeque<usize>>,
    start: OnceLock<Instant>,
    end: AtomicU64,
    done: Vec<Mutex<Vec<Duration>>>,
}

static NEXT_SHARD: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static SHARD: Cell<usize> = Cell::new(NEXT_SHARD.fetch_add(1, Ordering::Relaxed) % SHARDS);
}

impl Tally {
    pub fn new(dir: &Path, case: Case) -> Tally {
        let files = if case.mode == Mode::Cold { FILES } else { case.in_flight };
        Tally {
            case,
            paths: (0..FILES).map(|i| dir.join(format!("{}-{}", case.size, i))).collect(),
            next: AtomicU64::new(0),
            free: Mutex::new((0..files).collect()),
            start: OnceLock::new(),
            end: AtomicU64::new(0),
            done: (0..SHARDS).map(|_| Mutex::new(Vec::with_capacity(1 << 14))).collect(),
        }
    }

    /// The time since the window was opened. The first call opens it.
    pub fn elapsed(&self) -> Duration {
        self.start.get_or_init(Instant::now).elapsed()
    }

    /// Whether one more operation may begin; then it is counted.
    pub fn take(&self) -> bool {
        self.case.has_room_for(self.next.fetch_add(1, Ordering::Relaxed), self.elapsed())
    }

    /// A file that is there already. No two operations in flight may have the same one.
    pub fn file(&self, number: usize) -> &Path {
        &self.paths[number % FILES]
    }

    /// The number of the file that has rested longest: the same one again would be in the
    /// processor's cache.
    pub fn borrow(&self) -> usize {
        self.free.lock().unwrap().pop_front().expect("as many files as may be in flight")
    }

    pub fn give_back(&self, file: usize) {
        self.free.lock().unwrap().push_back(file);
    }

    /// An operation has ended that was due at `since` after the start.
    pub fn done(&self, since: Duration, length: usize) {
        assert_eq!(length, self.case.size, "the file read back has another size");
        let now = self.elapsed();
        self.end.fetch_max(now.as_nanos() as u64, Ordering::Relaxed);
        let shard = SHARD.with(|shard| shard.get());
        self.done[shard].lock().unwrap().push(now.saturating_sub(since));
    }

    /// Waits for the time of the next arrival, on a thread of its own; none if all have arrived.
    pub fn next_arrival(&self) -> Option<(usize, Duration)> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let due = self.case.arrival(number);
        if number > 0 && (number >= self.case.most || due >= self.case.window) {
            return None;
        }
        if let Some(early) = due.checked_sub(self.elapsed()) {
            std::thread::sleep(early);
        }
        Some((number as usize, due))
    }

    /// The window ends with the last operation, and not when a thread wakes up to hear of it.
    fn answer(self) -> String {
        let seconds = self.end.into_inner() as f64 / 1e9;
        let mut took: Vec<Duration> =
            self.done.into_iter().flat_map(|shard| shard.into_inner().unwrap()).collect();
        took.sort();
        let at = |share: f64| {
            let rank = ((took.len() as f64 * share).ceil() as usize).clamp(1, took.len());
            took[rank - 1].as_secs_f64() * 1000.0
        };
        format!(
            "{{\"operations\":{},\"seconds\":{},\"50\":{},\"90\":{},\"99\":{},\"99.9\":{}}}",
            took.len(), seconds, at(0.5), at(0.9), at(0.99), at(0.999)
        )
    }
}

/// Answers requests until there are no more. `run` returns when all it began has ended.
pub fn serve(mut run: impl FnMut(Case, Tally) -> Tally) {
    let dir = PathBuf::from(std::env::args().nth(1).expect("the folder to work in"));
    for line in std::io::stdin().lines() {
        let case = Case::parse(&line.expect("a request"));
        println!("{}", run(case, Tally::new(&dir, case)).answer());
    }
}
