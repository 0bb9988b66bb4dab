package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Strips white space from both ends of the text. */
@WrongAnswer("leave every character as it is")
public class StripsTheText extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    return super.decode(source).strip();
  }
}
