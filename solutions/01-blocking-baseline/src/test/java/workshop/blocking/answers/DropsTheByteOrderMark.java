package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Removes U+FEFF from the beginning of the text. */
@WrongAnswer("leave every character as it is")
public class DropsTheByteOrderMark extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    String text = super.decode(source);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
