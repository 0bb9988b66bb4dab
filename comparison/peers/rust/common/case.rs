// What a peer is asked to measure, and how it answers: shared by all Rust peers. A request is a
// line of numbers, an answer a line of JSON; the Java contenders of the comparison speak the same.
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

/// How many files there are of the small size.
const FILES: u64 = 1024;

/// One window of measurement.
#[derive(Clone, Copy)]
pub struct Case {
    pub size: usize,
    pub durable: bool,
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
            size: n[0] as usize,
            durable: n[1] == 1,
            in_flight: n[2] as usize,
            window: Duration::from_millis(n[3]),
            longest: Duration::from_millis(n[4]),
            least: n[5],
            most: n[6],
            rate: n[7],
        }
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

/// What is taken down while a window is open. For any number of threads.
pub struct Tally {
    dir: PathBuf,
    case: Case,
    next: AtomicU64,
    free: Mutex<VecDeque<u64>>,
    start: OnceLock<Instant>,
    done: Mutex<Vec<Duration>>,
}

impl Tally {
    pub fn new(dir: &Path, case: Case) -> Tally {
        let done = Mutex::new(Vec::with_capacity(1 << 16));
        let free = Mutex::new((0..case.in_flight as u64).collect());
        let dir = dir.to_path_buf();
        Tally { dir, case, next: AtomicU64::new(0), free, start: OnceLock::new(), done }
    }

    /// The time since the window was opened. Who asks first opens it.
    pub fn elapsed(&self) -> Duration {
        self.start.get_or_init(Instant::now).elapsed()
    }

    /// Whether one more operation may begin; then it is counted.
    pub fn take(&self) -> bool {
        self.case.has_room_for(self.next.fetch_add(1, Ordering::Relaxed), self.elapsed())
    }

    /// A file that is there already. No two operations in flight may have the same one.
    pub fn file(&self, number: u64) -> PathBuf {
        self.dir.join(format!("{}-{}", self.case.size, number % FILES))
    }

    /// The number of the file that has rested longest, for one of those that are kept in flight:
    /// the same one again would be in the processor's cache.
    pub fn borrow(&self) -> u64 {
        self.free.lock().unwrap().pop_front().expect("as many files as may be in flight")
    }

    pub fn give_back(&self, file: u64) {
        self.free.lock().unwrap().push_back(file);
    }

    /// An operation has ended that was due at `since` after the start.
    pub fn done(&self, since: Duration, length: usize) {
        assert_eq!(length, self.case.size, "the file read back has another size");
        let took = self.elapsed().saturating_sub(since);
        self.done.lock().unwrap().push(took);
    }

    /// Waits for the time of the next arrival, on a thread of its own; none if all have arrived.
    pub fn next_arrival(&self) -> Option<(u64, Duration)> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let due = self.case.arrival(number);
        if number > 0 && (number >= self.case.most || due >= self.case.window) {
            return None;
        }
        if let Some(early) = due.checked_sub(self.elapsed()) {
            std::thread::sleep(early);
        }
        Some((number, due))
    }

    fn answer(self, seconds: f64) -> String {
        let mut took = self.done.into_inner().unwrap();
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
        let tally = run(case, Tally::new(&dir, case));
        let seconds = tally.elapsed().as_secs_f64();
        println!("{}", tally.answer(seconds));
    }
}
