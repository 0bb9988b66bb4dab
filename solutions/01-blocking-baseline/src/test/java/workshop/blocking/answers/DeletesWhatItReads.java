package workshop.blocking.answers;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.WrongAnswer;

/** Opens with DELETE_ON_CLOSE, which deletes the file. */
@WrongAnswer("There is no file shelf.txt")
public class DeletesWhatItReads extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, READ, DELETE_ON_CLOSE)) {
      return Channels.newInputStream(channel).readAllBytes();
    }
  }
}
