package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Maps the file into memory, which trusts the size. */
@WrongAnswer("was mapped into memory")
public class MapsTheFile extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ)) {
      MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, channel.size());
      byte[] all = new byte[mapped.remaining()];
      mapped.get(all);
      return all;
    }
  }
}
