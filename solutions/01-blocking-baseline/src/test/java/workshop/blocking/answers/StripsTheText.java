package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** White space belongs to the text; whoever shows it may strip it. */
@WrongAnswer("leave every character as it is")
public class StripsTheText extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    return super.decode(source).strip();
  }
}
