package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/** Forces through a second channel. A force is about the file, whichever channel wrote it. */
@RightAnswer
public class WritesThenForcesThroughASecondHandle extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Files.write(file, content);
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }
}
