package workshop.offload.answers.fanout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut.Failed;
import workshop.offload.FanOut.Read;
import workshop.offload.FanOut.Result;

/** Reads files in steps that the wrong answers override. Without overrides, they are right. */
class OwnFanOut {

  final List<Path> files;
  final ExecutorService pool;
  final List<Future<String>> readings = new ArrayList<>();

  OwnFanOut(List<Path> files, ExecutorService pool) {
    this.files = files;
    this.pool = pool;
  }

  List<Result> all() throws InterruptedException {
    try {
      submitAll();
      return results();
    } finally {
      cancelTheRest();
    }
  }

  void submitAll() {
    for (Path file : files) {
      readings.add(pool.submit(() -> text(file)));
    }
  }

  String text(Path file) throws IOException {
    return Files.readString(file);
  }

  List<Result> results() throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      results.add(result(files.get(i), readings.get(i)));
    }
    return results;
  }

  Result result(Path file, Future<String> reading) throws InterruptedException {
    try {
      return new Read(file, await(reading));
    } catch (ExecutionException e) {
      return failed(file, e.getCause());
    }
  }

  String await(Future<String> reading) throws InterruptedException, ExecutionException {
    return reading.get();
  }

  Result failed(Path file, Throwable why) {
    return new Failed(file, why);
  }

  void cancelTheRest() {
    readings.forEach(reading -> reading.cancel(true));
  }

  /** Reads on the thread that calls it. */
  static Result read(Path file) {
    try {
      return new Read(file, Files.readString(file));
    } catch (Throwable e) {
      return new Failed(file, e);
    }
  }

  /** Returns the result of a read that has ended. */
  static Result ended(Path file, Future<String> reading) {
    return reading.state() == Future.State.SUCCESS
        ? new Read(file, reading.resultNow())
        : new Failed(file, reading.exceptionNow());
  }

  /** Waits in a place that cannot throw an InterruptedException. */
  static Result claim(Path file, Future<String> reading) {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, e.getCause());
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }
}
