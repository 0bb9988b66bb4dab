package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link WriteThenRead}, each built in a different way. */
final class RightAnswers {

  /** Uses printf, and prints no newline after the text. */
  @RightAnswer
  public static class EndsWithoutANewline extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.printf("Successfully read %d bytes from the file.%n", bytes.length);
        out.printf("File Contents:%n%s", new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Prints a line in pieces, and the line is complete when the step is done. */
  @RightAnswer
  public static class PrintsPieceByPiece extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.print("Starting blocking write operation...\n");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.print("Successfully wrote to ");
        out.println(file.getFileName());
        out.println();
        out.append("Starting blocking read operation...\n");
        byte[] bytes = new ReadToEnd().read(file);
        out.print("Successfully read ");
        out.print(bytes.length);
        out.println(" bytes from the file.");
        out.println("File Contents:");
        out.println(new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Prints the error, and throws it as well. */
  @RightAnswer
  public static class PrintsTheErrorAndThrowsIt extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        out.println("Error: " + e.getMessage());
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Prints through a writer that it flushes after each step. */
  @RightAnswer
  public static class PrintsThroughAWriter extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      PrintWriter writer = new PrintWriter(out, true, UTF_8);
      try {
        writer.println("Starting blocking write operation...");
        byte[] content = new Welcome().text().getBytes(UTF_8);
        Files.write(file, content, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
        writer.println("Successfully wrote to " + file.getFileName());
        writer.println("\nStarting blocking read operation...");
        byte[] bytes = Files.readAllBytes(file);
        writer.println("Successfully read " + bytes.length + " bytes from the file.");
        writer.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Uses printf, and decodes with a String. */
  @RightAnswer
  public static class PrintsWithFormat extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        byte[] content = new Welcome().text().getBytes(UTF_8);
        out.printf("Starting blocking write operation...%n");
        new WriteFully().write(file, content);
        out.printf("Successfully wrote to %s%n%n", file.getFileName());
        out.printf("Starting blocking read operation...%n");
        byte[] bytes = new ReadToEnd().read(file);
        out.printf("Successfully read %d bytes from the file.%n", bytes.length);
        out.printf("File Contents:%n%s%n", new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException("write-then-read failed for " + file, e);
      }
    }
  }

  /** Writes and reads with Files, and forces through a second channel. */
  @RightAnswer
  public static class UsesTheLibraryOnly extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        Files.write(file, new Welcome().text().getBytes(UTF_8));
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
          channel.force(true);
        }
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = Files.readAllBytes(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Writes and reads through one channel, and goes back to its start before it reads. */
  @RightAnswer
  public static class WritesAndReadsThroughOneChannel extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      out.println("Starting blocking write operation...");
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, READ, WRITE)) {
        OneChannel.run(channel, file, out, false);
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }
}
