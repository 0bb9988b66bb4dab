package workshop.blocking.answers.readtoend;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Opens a second channel to ask for the size, and never closes it. */
  @WrongAnswer("Left open")
  public static class LeaksTheChannelOfTheSize extends ReadToEnd {
    @Override
    public byte[] read(Path file) throws IOException {

      int room = (int) Math.max(1, FileChannel.open(file, READ).size());
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(room);
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Never closes the channel. */
  @WrongAnswer("Left open: shelf.txt")
  public static class LeavesTheFileOpen extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      FileChannel channel = FileChannel.open(file, READ);
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      ByteBuffer chunk = ByteBuffer.allocate(8192);
      while (channel.read(chunk) != -1) {
        all.write(chunk.array(), 0, chunk.position());
        chunk.clear();
      }
      return all.toByteArray();
    }
  }

  /** Loops until its buffer is full, although each read reports the end of the file. */
  @WrongAnswer("each returned -1, end of file")
  public static class WaitsForAFullBuffer extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer all = ByteBuffer.allocate((int) channel.size() + 1);
        while (all.hasRemaining()) {
          channel.read(all);
        }
        return Arrays.copyOf(all.array(), all.position());
      }
    }
  }
}
