package workshop.completable.answers.chainedsteps;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Opens the file for appending. */
  @WrongAnswer("You appended the new content")
  public static class AppendsToTheFile extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              Files.write(file, content, CREATE, APPEND);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Overwrites the beginning of the old content, and leaves its end. */
  @WrongAnswer("the old tail is still in the file")
  public static class LeavesTheOldTail extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Reads lines and joins them, and so loses the last line break. */
  @WrongAnswer("different line breaks from those in the file")
  public static class ReadsLineByLine extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return String.join("\n", Files.readAllLines(file, ISO_8859_1)).getBytes(ISO_8859_1);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Reads into a buffer of a fixed size. */
  @WrongAnswer("mistakes a part of the file for the whole")
  public static class ReadsOneMebibyteAtMost extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              try (InputStream in = Files.newInputStream(file)) {
                return in.readNBytes(1 << 20);
              }
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Converts the bytes to a String and back. */
  @WrongAnswer("went through a String")
  public static class ReadsText extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return CompletableFuture.supplyAsync(
          () -> {
            try {
              return new String(Files.readAllBytes(file), UTF_8).getBytes(UTF_8);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Creates the file only if it is absent. */
  @WrongAnswer("FileAlreadyExistsException")
  public static class RefusesAFileThatExists extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return CompletableFuture.runAsync(
          () -> {
            try {
              Files.write(file, content, CREATE_NEW);
            } catch (IOException e) {
              throw new CompletionException(e);
            }
          },
          executor);
    }
  }

  /** Does nothing for empty content. */
  @WrongAnswer("your code never opened order.txt for writing")
  public static class LeavesOutEmptyContent extends ChainedSteps {
    @Override
    public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
      return content.length == 0
          ? CompletableFuture.completedFuture(null)
          : super.write(file, content, executor);
    }
  }
}
