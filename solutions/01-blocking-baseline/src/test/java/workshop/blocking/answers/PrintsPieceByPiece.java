package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Prints a line in pieces, and the line is complete when the step is done. */
@RightAnswer
public class PrintsPieceByPiece extends WriteThenRead {

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
