package workshop.completable.answers.writethenread;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Fails with an unchecked exception. */
  @WrongAnswer("failed with java.io.UncheckedIOException")
  public static class FailsUnchecked extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return super.run(file, out, executor)
          .exceptionallyCompose(e ->
              CompletableFuture.failedFuture(new UncheckedIOException((IOException) e.getCause())));
    }
  }

  /** Forces the data, but not the metadata. */
  @WrongAnswer("force(true)")
  public static class ForcesTheDataOnly extends WriteThenRead {
    @Override
    protected void force(AsynchronousFileChannel channel) {
      try {
        channel.force(false);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }

  /** Prints no empty line between the two parts. */
  @WrongAnswer("Line 3 is")
  public static class ForgetsTheEmptyLine extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        void report(Path file, PrintStream out) {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("Starting async read operation...");
        }
      }.run(file, out, executor);
    }
  }

  /** Writes, closes, and reports: the bytes may still be in memory only. */
  @WrongAnswer("never forced")
  public static class ForgetsToForce extends WriteThenRead {
    @Override
    protected void force(AsynchronousFileChannel channel) {}
  }

  /** Prints the path instead of the name. */
  @WrongAnswer("wrote to")
  public static class PrintsTheWholePath extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return new OwnProgram() {
        @Override
        void report(Path file, PrintStream out) {
          out.println("Successfully wrote to " + file);
          out.println("\nStarting async read operation...");
        }
      }.run(file, out, executor);
    }
  }

  /** Treats a force that failed as one that succeeded. */
  @WrongAnswer("with a force that fails succeeded")
  public static class SwallowsTheFailureOfTheForce extends WriteThenRead {
    @Override
    protected void force(AsynchronousFileChannel channel) {
      try {
        super.force(channel);
      } catch (CompletionException e) {
        System.err.println(e);
      }
    }
  }

  /** Adds the path only to an IOException. */
  @WrongAnswer("java.lang.SecurityException: thrown by the suite, which is not an IOException")
  public static class NamesIoExceptionsOnly extends WriteThenRead {
    @Override
    public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
      return super.run(file, out, executor)
          .exceptionallyCompose(named -> {
            Throwable original = named.getCause().getCause();
            return CompletableFuture.failedFuture(
                original instanceof IOException ? named : original);
          });
    }
  }

  /** Opens the file for reading with options that create it. */
  @WrongAnswer("the program created an empty one")
  public static class CreatesTheFileToRead extends WriteThenRead {
    @Override
    protected CompletableFuture<byte[]> read(Path file, ExecutorService executor) {
      return paths.using(file, Set.of(CREATE, READ, WRITE), executor, channels::readFully);
    }
  }
}
