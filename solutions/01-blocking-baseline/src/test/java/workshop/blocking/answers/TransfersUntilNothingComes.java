package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.RightAnswer;

/** Reads with transferTo, which returns 0 where a read returns -1. */
@RightAnswer
public class TransfersUntilNothingComes extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      WritableByteChannel target = Channels.newChannel(all);
      long more;
      do {
        more = channel.transferTo(all.size(), 8192, target);
      } while (more > 0);
      return all.toByteArray();
    }
  }
}
