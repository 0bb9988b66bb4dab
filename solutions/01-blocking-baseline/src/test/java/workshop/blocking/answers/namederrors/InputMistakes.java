package workshop.blocking.answers.namederrors;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link NamedErrors} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /**
   * Deletes whatever is at the path after a failure. An empty directory can be deleted like a file.
   */
  @WrongAnswer("is gone")
  public static class DeletesAnExistingDirectory extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try {
        Files.writeString(file, text, UTF_8);
      } catch (IOException e) {
        Files.deleteIfExists(file);
        throw new IOException("cannot write " + file, e);
      }
    }
  }

  /** Reads lines and joins them, so the line endings change. */
  @WrongAnswer("leave its line endings as they are")
  public static class JoinsTheLines extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      return String.join("\n", Files.readAllLines(file));
    }
  }

  /** Loads what fits into a buffer of 1 MiB. */
  @WrongAnswer("no matter how long it is")
  public static class LoadsOneMebibyte extends NamedErrors {
    @Override
    public String load(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate(1 << 20);
        while (all.hasRemaining() && channel.read(all) != -1) {
          // keep reading
        }
        return new String(all.array(), 0, all.position(), UTF_8);
      } catch (IOException e) {
        throw new IOException("cannot read " + file + ": " + e, e);
      }
    }
  }

  /** Saves in a charset other than UTF-8. */
  @WrongAnswer("The file holds the same text, but in a different charset")
  public static class SavesInAnotherCharset extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try {
        Files.writeString(file, text, ISO_8859_1);
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      }
    }
  }

  /** Writes line by line, each with the line ending of the system. */
  @WrongAnswer("book.txt")
  public static class SavesLineByLine extends NamedErrors {
    @Override
    public void save(Path file, String text) throws IOException {

      try {
        Files.write(file, text.lines().toList());
      } catch (IOException e) {
        super.save(file, text);
      }
    }
  }

  /** Opens with CREATE_NEW, so it cannot replace an existing file. */
  @WrongAnswer("the call refuses to replace it")
  public static class SavesNewFilesOnly extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try {
        Files.writeString(file, text, UTF_8, CREATE_NEW, WRITE);
      } catch (IOException e) {
        throw new IOException("cannot write " + file, e);
      }
    }
  }

  /** Does nothing for an empty string, so the old text stays. */
  @WrongAnswer("was given an empty string, and it left the file as it was")
  public static class SavesNoEmptyText extends NamedErrors {
    @Override
    public void save(Path file, String text) throws IOException {

      if (!text.isEmpty()) {
        super.save(file, text);
      }
    }
  }

  /** Opens without truncating, so the end of a longer old text stays. */
  @WrongAnswer("the old tail is still in the file")
  public static class SavesOverTheOldText extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(text.getBytes(UTF_8));
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
      }
    }
  }

  /** Treats an empty file as a missing one, and deletes it after a failure. */
  @WrongAnswer("empty.txt is gone")
  public static class TakesAnEmptyFileForNone extends NamedErrors {
    @Override
    public void save(Path file, String text) throws IOException {

      boolean existed = Files.exists(file) && Files.size(file) > 0;
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        IOException named = new IOException("cannot write " + file + ": " + e, e);
        if (!existed && Files.isRegularFile(file)) {
          try {
            Files.deleteIfExists(file);
          } catch (IOException second) {
            named.addSuppressed(second);
          }
        }
        throw named;
      }
    }
  }

  /** Formats a text that contains the path, and a path may contain a percent sign. */
  @WrongAnswer("UnknownFormatConversionException")
  public static class FormatsThePath extends NamedErrors {

    @Override
    public String load(Path file) throws IOException {
      try {
        return Files.readString(file);
      } catch (IOException e) {
        throw new IOException(String.format("cannot read " + file + ": %s", e), e);
      }
    }
  }

  /** Moves a temporary file over the target, even if the target is an empty directory. */
  @WrongAnswer("there is a file in its place")
  public static class ReplacesAnEmptyDirectory extends NamedErrors {

    @Override
    public void save(Path file, String text) throws IOException {
      Path temporary = file.resolveSibling(file.getFileName() + ".part");
      try {
        Files.writeString(temporary, text);
        Files.move(temporary, file, REPLACE_EXISTING);
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
