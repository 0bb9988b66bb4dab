package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Ends the text at the first NUL. */
@WrongAnswer("leave every character as it is")
public class EndsAtANul extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    String text = super.decode(source);
    int nul = text.indexOf('\0');
    return nul < 0 ? text : text.substring(0, nul);
  }
}
