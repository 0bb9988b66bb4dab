// Write a file, then read it, with nothing but the standard library: threads and blocking calls.
#[path = "../../common/case.rs"]
mod case;

use case::{serve, Case, Mode, Tally};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{mpsc, Barrier, Mutex};
use std::thread;

fn write_then_read(file: &Path, content: &[u8], mode: Mode, buffer: &mut Vec<u8>) -> usize {
    if mode != Mode::Cold {
        let mut writing = OpenOptions::new().write(true).open(file).expect("open");
        writing.write_all(content).expect("write");
        if mode == Mode::Durable {
            writing.sync_all().expect("sync");
        }
    }
    buffer.clear();
    File::open(file).expect("open").read_to_end(buffer).expect("read")
}

fn keep_in_flight(case: Case, tally: &Tally, content: &[u8]) {
    let all_ready = Barrier::new(case.threads()); // to start threads is no part of the work
    thread::scope(|scope| {
        let all_ready = &all_ready;
        for _ in 0..case.threads() {
            scope.spawn(move || {
                let mut buffer = Vec::with_capacity(case.size + 1);
                all_ready.wait();
                while tally.take() {
                    let number = tally.borrow();
                    let begun = tally.elapsed();
                    tally.done(begun, write_then_read(tally.file(number), content, case.mode, &mut buffer));
                    tally.give_back(number);
                }
            });
        }
    });
}

fn as_they_arrive(case: Case, tally: &Tally, content: &[u8]) {
    let (orders, queue) = mpsc::channel();
    let queue = Mutex::new(queue);
    thread::scope(|scope| {
        for _ in 0..case.threads() {
            scope.spawn(|| {
                let mut buffer = Vec::with_capacity(case.size + 1);
                loop {
                    let order = queue.lock().unwrap().recv();
                    let Ok((number, due)) = order else { return };
                    tally.done(due, write_then_read(tally.file(number), content, case.mode, &mut buffer));
                }
            });
        }
        while let Some(order) = tally.next_arrival() {
            orders.send(order).expect("threads that wait");
        }
        drop(orders);
    });
}

fn main() {
    serve(|case, tally| {
        let content = case.content();
        if case.rate == 0 {
            keep_in_flight(case, &tally, &content);
        } else {
            as_they_arrive(case, &tally, &content);
        }
        tally
    });
}
