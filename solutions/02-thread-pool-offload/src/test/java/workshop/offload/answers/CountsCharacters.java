package workshop.offload.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Counts the characters of the text instead of the bytes. */
@WrongAnswer("the program counted 6")
public class CountsCharacters extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream screen) throws IOException {
    PrintStream miscounting =
        new PrintStream(OutputStream.nullOutputStream()) {
          private static final String CONTENTS = "File Contents:\n";

          @Override
          public void println(String line) {
            if (line.startsWith(CONTENTS)) {
              int length = line.length() - CONTENTS.length();
              screen.println("Successfully read " + length + " bytes from the file.");
            }
            if (!line.startsWith("Successfully read")) {
              screen.println(line);
            }
          }
        };
    super.run(file, miscounting);
  }
}
