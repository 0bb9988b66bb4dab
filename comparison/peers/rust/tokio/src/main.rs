// Write a file, then read it, with Tokio. Two ways: "steps" is the way of Tokio's own examples, an
// open file whose every step is awaited; "whole" hands each whole file to the blocking pool at once.
#[path = "../../common/case.rs"]
mod case;

use case::{serve, Case, Tally};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio::fs::{self, File, OpenOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::{spawn_blocking, JoinHandle};

async fn in_steps(file: PathBuf, content: &[u8], durable: bool) -> std::io::Result<usize> {
    let mut writing = OpenOptions::new().write(true).open(&file).await?;
    writing.write_all(content).await?;
    if durable {
        writing.sync_all().await?;
    } else {
        writing.flush().await?; // without it, the write may still be on its way
    }
    drop(writing);
    let mut reading = File::open(&file).await?;
    let mut bytes = Vec::with_capacity(content.len() + 1);
    reading.read_to_end(&mut bytes).await
}

async fn as_a_whole(file: PathBuf, content: Arc<Vec<u8>>, durable: bool) -> std::io::Result<usize> {
    let target = file.clone();
    spawn_blocking(move || -> std::io::Result<()> {
        let mut writing = std::fs::OpenOptions::new().write(true).open(target)?;
        writing.write_all(&content)?;
        if durable {
            writing.sync_all()?;
        }
        Ok(())
    })
    .await??;
    Ok(fs::read(&file).await?.len())
}

async fn write_then_read(whole: bool, tally: &Tally, number: u64, case: Case, content: &Arc<Vec<u8>>) -> usize {
    let file = tally.file(number);
    if whole {
        as_a_whole(file, content.clone(), case.durable).await.expect("a file, written and read")
    } else {
        in_steps(file, content, case.durable).await.expect("a file, written and read")
    }
}

fn main() {
    let whole = std::env::args().nth(2).as_deref() == Some("whole");
    let runtime = tokio::runtime::Builder::new_multi_thread().build().expect("a runtime");
    serve(|case, tally| {
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
