package workshop.offload.answers.virtualorders;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import workshop.offload.VirtualOrders;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link VirtualOrders} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Opens the file on the disk pool, and reads it on the virtual thread. */
  @WrongAnswer("ran on a virtual thread")
  public static class OpensOnTheDiskPoolOnly extends VirtualOrders {
    @Override
    public List<Future<String>> serve(
        List<Path> files, Function<byte[], String> transform, ExecutorService diskPool) {
      return Orders.each(
          files,
          file -> {
            Callable<InputStream> open = () -> Files.newInputStream(file);
            try (InputStream in = diskPool.submit(open).get()) {
              return transform.apply(in.readAllBytes());
            }
          });
    }
  }
}
