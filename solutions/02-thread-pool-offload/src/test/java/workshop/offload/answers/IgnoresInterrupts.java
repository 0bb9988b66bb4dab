package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads with Files.readAllBytes, which ignores interrupts and goes on to the end. */
@WrongAnswer("ignores interrupts")
public class IgnoresInterrupts extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    return pool.submit(() -> Files.readAllBytes(file));
  }
}
