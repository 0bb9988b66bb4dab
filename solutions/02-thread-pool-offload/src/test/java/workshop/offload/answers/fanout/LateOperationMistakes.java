package workshop.offload.answers.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.FanOut;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FanOut} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /** Opens the files on the pool, and reads them on the caller's thread. */
  @WrongAnswer("which is not a thread of the executor that was given")
  public static class OpensOnThePoolOnly extends FanOut {

    @Override
    public List<Result> readAll(List<Path> files, ExecutorService pool)
        throws InterruptedException {
      List<Future<InputStream>> opened = new ArrayList<>();
      for (Path file : files) {
        opened.add(pool.submit(() -> Files.newInputStream(file)));
      }
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < opened.size(); i++) {
        try (InputStream in = opened.get(i).get()) {
          results.add(new Read(files.get(i), new String(in.readAllBytes(), UTF_8)));
        } catch (ExecutionException e) {
          results.add(new Failed(files.get(i), e.getCause()));
        } catch (IOException e) {
          results.add(new Failed(files.get(i), e));
        }
      }
      return results;
    }
  }
}
