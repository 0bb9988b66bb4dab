package workshop.blocking.answers.lossydecoder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import workshop.blocking.LossyDecoder;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link LossyDecoder} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Reads until its buffer is full, although each read reports the end of the file. */
  @WrongAnswer("10,000 reads returned -1")
  public static class ReadsOnAfterTheEnd extends LossyDecoder {

    @Override
    public String decode(ReadableByteChannel source) throws IOException {
      ByteBuffer all = ByteBuffer.allocate(100_000);
      while (all.hasRemaining()) {
        source.read(all);
      }
      return UTF_8.decode(all.flip()).toString();
    }
  }
}
