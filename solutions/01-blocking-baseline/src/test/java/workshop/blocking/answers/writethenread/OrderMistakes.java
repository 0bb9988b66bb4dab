package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link WriteThenRead} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /** Opens the file before it prints that the step begins. */
  @WrongAnswer("which announces it, was not printed")
  public static class OpensBeforeItAnnounces extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, READ, WRITE)) {
        OneChannel.run(channel, file, out, true);
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Prints everything in one piece at the end. */
  @WrongAnswer("at the end, in")
  public static class PrintsItAllAtTheEnd extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      super.run(file, new PrintStream(all, true, UTF_8));
      out.print(all.toString(UTF_8));
    }
  }

  /** Reports success when the bytes are written but not yet forced. */
  @WrongAnswer("forced the file afterwards")
  public static class ReportsBeforeTheForce extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
          ByteBuffer rest = ByteBuffer.wrap(new Welcome().text().getBytes(UTF_8));
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
          out.println("Successfully wrote to " + file.getFileName());
          channel.force(true);
        }

        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Reports success before anything is written. */
  @WrongAnswer("Compare line by line")
  public static class ReportsSuccessFirst extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      out.println("Successfully wrote to " + file.getFileName());
      super.run(file, out);
    }
  }

  /** Writes once more just before it reads. */
  @WrongAnswer("not what it wrote")
  public static class WritesTwice extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }
}
