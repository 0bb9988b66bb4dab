package workshop.offload.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import workshop.offload.Storeroom;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead}: they take a part, or nothing, for success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  /** Never asks how the writing ended, and reports success. */
  @WrongAnswer("The operation failed, but the program continued and printed")
  public static class IgnoresAFailedWrite extends WriteThenRead {

    private static final byte[] TEXT =
        "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

    @Override
    public Future<?> start(Path file, PrintStream out, TinyRuntime runtime) {
      CompletableFuture<Path> end = new CompletableFuture<>();
      runtime.execute(() -> out.println("Starting async write operation..."));
      runtime.offload(
          () -> {
            Storeroom.write(file, TEXT);
            return file;
          },
          written -> {
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            runtime.offload(
                () -> Storeroom.read(file),
                read -> {
                  if (failed(read, end)) {
                    return;
                  }
                  byte[] bytes = read.resultNow();
                  out.println("Successfully read " + bytes.length + " bytes from the file.");
                  out.println("File Contents:\n" + new String(bytes, UTF_8));
                  end.complete(file);
                });
          });
      return end;
    }

    private static boolean failed(Future<?> step, CompletableFuture<?> end) {
      return step.state() == Future.State.FAILED && end.completeExceptionally(step.exceptionNow());
    }
  }
}
