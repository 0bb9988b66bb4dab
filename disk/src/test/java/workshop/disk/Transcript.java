package workshop.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** The outcomes of a program's file operations, step by step, as text that can be compared. */
final class Transcript {

  private final Path directory;
  private final List<String> lines = new ArrayList<>();

  Transcript(Path directory) {
    this.directory = directory;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** Runs one step, and records what it returned or threw. */
  void step(String what, Callable<?> step) {
    String outcome;
    try {
      outcome = String.valueOf(step.call());
    } catch (ExecutionException e) {
      outcome = "future failed with " + e.getCause().getClass().getSimpleName();
    } catch (Throwable e) {
      outcome = e.getClass().getSimpleName();
    }
    lines.add(what + ": " + outcome.replace(directory.toString(), "."));
  }

  List<String> lines() {
    return lines;
  }
}
