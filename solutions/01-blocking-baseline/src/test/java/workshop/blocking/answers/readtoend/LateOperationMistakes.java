package workshop.blocking.answers.readtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  /**
   * Reports a failure of the first read, but takes a failure of a later one for the end of the
   * file.
   */
  @WrongAnswer("but read() returned normally")
  public static class TakesALaterErrorForTheEnd extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        int count = channel.read(chunk);
        while (count != -1) {
          all.write(chunk.array(), 0, count);
          chunk.clear();
          try {
            count = channel.read(chunk);
          } catch (IOException e) {
            count = -1;
          }
        }
        return all.toByteArray();
      }
    }
  }
}
