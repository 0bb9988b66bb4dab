package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Announces an async operation in the blocking program. */
@WrongAnswer("Line 1 is")
public class AnnouncesAsync extends WriteThenRead {
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
