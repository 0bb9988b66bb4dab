package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Malformed bytes are forgiven; that the disk fails is another matter. */
@WrongAnswer("but a failing disk is")
public class ForgivesTheDiskToo extends LossyDecoder {

  @Override
  public String decode(ReadableByteChannel source) throws IOException {
    try {
      return super.decode(source);
    } catch (IOException e) {
      return "";
    }
  }
}
