package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link WriteThenRead} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  /** Reads lines with a strict decoder, which refuses malformed bytes. */
  @WrongAnswer("The decoder is strict")
  public static class ReadsTheLinesStrictly extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        List<String> lines = Files.readAllLines(file);
        out.println("Successfully read " + Files.size(file) + " bytes from the file.");
        out.println("File Contents:\n" + String.join("\n", lines));
      } catch (IOException e) {
        throw new IOException(file + ": " + e.getMessage(), e);
      }
    }
  }

  /** Reports my_async_file.txt, whatever the file is called. */
  @WrongAnswer("should be \"Successfully wrote to 100%")
  public static class ReportsAFixedName extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to my_async_file.txt");
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Shows the first 59 characters of what it read. */
  @WrongAnswer("had grown")
  public static class ShowsAPrefixOnly extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        String text = new String(bytes, UTF_8);
        out.println("File Contents:\n" + text.substring(0, Math.min(59, text.length())));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Decodes what it read as Latin-1. */
  @WrongAnswer("a charset other than UTF-8")
  public static class ShowsLatin1 extends WriteThenRead {
    @Override
    public void run(Path file, PrintStream out) throws IOException {

      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        byte[] bytes = new ReadToEnd().read(file);
        out.println("Successfully read " + bytes.length + " bytes from the file.");
        out.println("File Contents:\n" + new String(bytes, ISO_8859_1));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }

  /** Prints with printf, and uses the name as part of the format. */
  @WrongAnswer("replace each % in their first argument")
  public static class PrintsTheNameAsAFormat extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream target) throws IOException {
      PrintStream formatted =
          new PrintStream(OutputStream.nullOutputStream()) {
            @Override
            public void println(String line) {
              target.printf(line + "%n");
            }
          };
      super.run(file, formatted);
    }
  }

  /** Reads the file once for the count, and once more for the text. */
  @WrongAnswer("read the file twice")
  public static class ReadsTwice extends WriteThenRead {

    @Override
    public void run(Path file, PrintStream out) throws IOException {
      try {
        out.println("Starting blocking write operation...");
        new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
        out.println("Successfully wrote to " + file.getFileName());
        out.println("\nStarting blocking read operation...");
        int count = new ReadToEnd().read(file).length;
        out.println("Successfully read " + count + " bytes from the file.");
        out.println("File Contents:\n" + new String(new ReadToEnd().read(file), UTF_8));
      } catch (IOException e) {
        throw new IOException(file + ": " + e, e);
      }
    }
  }
}
