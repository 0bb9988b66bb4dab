package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the error of the disk as well, and returns the text so far. */
@WrongAnswer("but a failing disk is")
public class ReturnsTheTextSoFar extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    try {
      return super.decode(source);
    } catch (IOException e) {
      return "";
    }
  }
}
