// Write a file, then read it, with Tokio. Two ways: "steps" is the way of Tokio's own examples, an
// open file whose every step is awaited, with default options. "whole" is tuned: each whole file is
// handed to the blocking pool at once, and that pool has as many threads as the Java pools.
#[path = "../../common/case.rs"]
mod case;

use case::{serve, Case, Mode, Tally};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::runtime::{Builder, Runtime};
use tokio::task::{spawn_blocking, JoinHandle};

async fn in_steps(file: &Path, content: &[u8], mode: Mode) -> std::io::Result<usize> {
    if mode != Mode::Cold {
        let mut writing = OpenOptions::new().write(true).open(file).await?;
        writing.write_all(content).await?;
        if mode == Mode::Durable {
            writing.sync_all().await?;
        } else {
            writing.flush().await?; // without it, the write may still be on its way
        }
    }
    let mut reading = File::open(file).await?;
    let mut bytes = Vec::with_capacity(content.len() + 1);
    reading.read_to_end(&mut bytes).await
}

fn at_once(file: &Path, content: &[u8], mode: Mode) -> std::io::Result<usize> {
    if mode != Mode::Cold {
        let mut writing = std::fs::OpenOptions::new().write(true).open(file)?;
        writing.write_all(content)?;
        if mode == Mode::Durable {
            writing.sync_all()?;
        }
    }
    let mut bytes = Vec::with_capacity(content.len() + 1);
    std::fs::File::open(file)?.read_to_end(&mut bytes)
}

async fn write_then_read(whole: bool, tally: &Arc<Tally>, number: usize, case: Case, content: &Arc<Vec<u8>>) -> usize {
    let length = if whole {
        let (tally, content) = (tally.clone(), content.clone());
        spawn_blocking(move || at_once(tally.file(number), &content, case.mode)).await.expect("a task that ends")
    } else {
        in_steps(tally.file(number), content, case.mode).await
    };
    length.expect("a file, written and read")
}

fn tuned(threads: usize) -> Runtime {
    Builder::new_multi_thread().max_blocking_threads(threads).build().expect("a runtime")
}

fn main() {
    let whole = std::env::args().nth(2).as_deref() == Some("whole");
    let default = Builder::new_multi_thread().build().expect("a runtime");
    let mut pools: Vec<(usize, Runtime)> = Vec::new();
    serve(|case, tally| {
        if whole && !pools.iter().any(|(threads, _)| *threads == case.threads()) {
            pools.push((case.threads(), tuned(case.threads())));
        }
        let runtime = pools.iter().find(|(threads, _)| *threads == case.threads()).map_or(&default, |(_, pool)| pool);
        let content = Arc::new(case.content());
        let tally = Arc::new(tally);
        let mut tasks: Vec<JoinHandle<()>> = Vec::new();
        if case.rate == 0 {
            for _ in 0..case.in_flight {
                let (tally, content) = (tally.clone(), content.clone());
                tasks.push(runtime.spawn(async move {
                    while tally.take() {
                        let number = tally.borrow();
                        let begun = tally.elapsed();
                        let length = write_then_read(whole, &tally, number, case, &content).await;
                        tally.done(begun, length);
                        tally.give_back(number);
                    }
                }));
            }
        } else {
            while let Some((number, due)) = tally.next_arrival() {
                let due: Duration = due;
                let (tally, content) = (tally.clone(), content.clone());
                tasks.push(runtime.spawn(async move {
                    let length = write_then_read(whole, &tally, number, case, &content).await;
                    tally.done(due, length);
                }));
            }
        }
        runtime.block_on(async {
            for task in tasks {
                task.await.expect("a task that ends");
            }
        });
        Arc::try_unwrap(tally).ok().expect("all tasks have ended")
    });
}
