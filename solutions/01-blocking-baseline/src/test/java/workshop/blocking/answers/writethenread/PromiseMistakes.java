package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Announces an async operation in the blocking program. */
  @WrongAnswer("Line 1 is")
  public static class AnnouncesAsync extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      ByteArrayOutputStream said = new ByteArrayOutputStream();
      out.println("Starting async write operation...");
      new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting async read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + new String(bytes, UTF_8));
    }
  }

  /** Deletes the file at the end. */
  @WrongAnswer("There is no file my_async_file.txt")
  public static class DeletesTheFile extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        super.run(file, out);
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  /** Prints one empty line too many after the text. */
  @WrongAnswer("Line 7 is")
  public static class PrintsAnExtraLine extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Prints to System.out instead of the stream that it was given. */
  @WrongAnswer("printed nothing to the stream that it was given")
  public static class PrintsToSystemOut extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      super.run(file, new PrintStream(OutputStream.nullOutputStream()));
    }
  }

  /** Reports 59 bytes, however many were read. */
  @WrongAnswer("the program counted 59")
  public static class ReportsAFixedCount extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read 59 bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Shows the text that it wrote instead of the text that it read. */
  @WrongAnswer("The program must show what it read")
  public static class ShowsWhatItWrote extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      out.println("Starting blocking write operation...");
      byte[] bytes = new Welcome().text().getBytes(UTF_8);
      new WriteFully().write(file, bytes);
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting blocking read operation...");
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + new String(bytes, UTF_8));
    }
  }

  /** Throws an unchecked exception that names the path. */
  @WrongAnswer("threw an exception that is not an IOException")
  public static class WrapsItUnchecked extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) {
      try {
        super.run(file, out);
      } catch (IOException e) {
        throw new IllegalStateException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Counts the bytes that the file has after the read. */
  @WrongAnswer("the program counted 22")
  public static class AsksForTheSizeAfterTheRead extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + Files.size(file) + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Reads a second time if the first read fails. */
  @WrongAnswer("the program tried again")
  public static class TriesToReadAgain extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = readOrRetry(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }

    private static byte[] readOrRetry(Path file) throws IOException {
      try {
        return new ReadToEnd().read(file);
      } catch (IOException e) {
        return new ReadToEnd().read(file);
      }
    }
  }
}
