package workshop.blocking.answers;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.WrongAnswer;

/** Turns Windows line ends into Unix ones. */
@WrongAnswer("leave every character as it is")
public class ConvertsLineEndsOfText extends LossyDecoder {
  @Override
  public String decode(ReadableByteChannel source) throws IOException {

    return super.decode(source).replace("\r\n", "\n");
  }
}
