package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link NamedErrors}, each built in a different way. */
final class RightAnswers {

  /** Passes an error on if it names the file, and wraps it if it does not. */
  @RightAnswer
  public static class AddsThePathIfItIsMissing extends NamedErrors {
    @Override
    public String load(Path file) throws IOException {

      try {
        return Files.readString(file);
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains(file.toString())) {
          throw e;
        }
        throw new FileSystemException(file.toString(), null, e.toString()) {
          @Override
          public synchronized Throwable getCause() {
            return e;
          }
        };
      }
    }
  }

  /** Checks without following links, and never deletes what a link leads to. */
  @RightAnswer
  public static class ChecksTheLinkItself extends NamedErrors {
    @Override
    public void save(Path file, String text) throws IOException {

      boolean existed = Files.exists(file, NOFOLLOW_LINKS);
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file + ": " + e, e);
        try {
          if (!existed) {
            Files.deleteIfExists(file);
          }
        } catch (IOException second) {
          named.addSuppressed(second);
        }
        throw named;
      }
    }
  }

  /**
   * Opens with CREATE_NEW, which checks and creates in one step, so no other program can create the
   * file between the two.
   */
  @RightAnswer
  public static class ChecksWithCreateNew extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      boolean made = false;
      try {
        try {
          Files.createFile(file);
          made = true;
        } catch (FileAlreadyExistsException e) {
          made = false;
        }
        Files.writeString(file, text, UTF_8, TRUNCATE_EXISTING, WRITE);
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file, e);
        try {
          if (made) {
            Files.deleteIfExists(file);
          }
        } catch (IOException second) {
          named.addSuppressed(second);
        }
        throw named;
      }
    }
  }

  /** Reads line by line, and adds the path to what the reader throws. */
  @RightAnswer
  public static class LoadsByTheLine extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
        StringWriter text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
      } catch (IOException e) {
        throw new IOException("cannot read " + file.toAbsolutePath(), e);
      }
    }
  }

  /** Reads the old text first, to know whether there was one. */
  @RightAnswer
  public static class RemembersTheOldText extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      byte[] old = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
      try {
        Files.writeString(file, text, UTF_8);
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file, e);
        try {
          if (old == null && Files.isRegularFile(file)) {
            Files.delete(file);
          }
        } catch (IOException second) {
          named.addSuppressed(second);
        }
        throw named;
      }
    }
  }

  /** Throws FileSystemException, as the JDK does for errors that belong to a file. */
  @RightAnswer
  public static class ThrowsFileSystemExceptions extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        return new String(Files.readAllBytes(file), UTF_8);
      } catch (FileSystemException named) {
        throw named;
      } catch (IOException e) {
        FileSystemException named =
            new FileSystemException(file.toString(), null, String.valueOf(e.getMessage()));
        named.initCause(e);
        throw named;
      }
    }
  }

  /** Writes a temporary file beside the target, and moves it. */
  @RightAnswer
  public static class WritesBesideThenMoves extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      Path temporary = file.resolveSibling(file.getFileName() + ".part");
      try {
        if (Files.isDirectory(file)) {
          throw new IOException("is a directory");
        }
        Files.writeString(temporary, text, UTF_8);
        Files.move(temporary, file, ATOMIC_MOVE);
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file, e);
        try {
          Files.deleteIfExists(temporary);
        } catch (IOException second) {
          named.addSuppressed(second);
        }
        throw named;
      }
    }
  }
}
