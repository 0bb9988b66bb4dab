package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.io.PrintStream;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Characters, not bytes. */
@WrongAnswer(value = "the program counted 6", kind = AnswerKind.INPUT)
public class CountsCharacters extends WriteThenRead {

  @Override
  protected void show(Buffer bytes, PrintStream out) {
    String text = bytes.toString(UTF_8);
    out.println("Successfully read " + text.length() + " bytes from the file.");
    out.println("File Contents:\n" + text);
  }
}
