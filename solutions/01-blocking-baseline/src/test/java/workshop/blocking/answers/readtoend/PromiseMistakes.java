package workshop.blocking.answers.readtoend;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadToEnd} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Opens with DELETE_ON_CLOSE, which deletes the file. */
  @WrongAnswer("There is no file shelf.txt")
  public static class DeletesWhatItReads extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ, DELETE_ON_CLOSE)) {
        return Channels.newInputStream(channel).readAllBytes();
      }
    }
  }

  /** Collects in a field, so the second file begins with the first. */
  @WrongAnswer("had read another file before")
  public static class KeepsWhatItReadBefore extends ReadToEnd {
    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public byte[] read(Path file) throws IOException {

      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        return all.toByteArray();
      }
    }
  }

  /** Keeps what it has read under its path, and returns it even if the file has changed. */
  @WrongAnswer("read() returned its old bytes")
  public static class CachesByPath extends ReadToEnd {

    private final Map<Path, byte[]> cache = new HashMap<>();

    @Override
    public byte[] read(Path file) throws IOException {
      byte[] cached = cache.get(file);
      if (cached == null) {
        cached = super.read(file);
        cache.put(file, cached);
      }
      return cached;
    }
  }

  /** Reads a file again only if its size has changed. */
  @WrongAnswer("The file had changed, but read() returned its old bytes")
  public static class CachesByPathAndSize extends ReadToEnd {

    private final Map<String, byte[]> known = new HashMap<>();

    @Override
    public byte[] read(Path file) throws IOException {
      String key = file + " " + Files.size(file);
      if (!known.containsKey(key)) {
        known.put(key, super.read(file));
      }
      return known.get(key);
    }
  }

  /** Reads a file again only if its size or its time has changed. */
  @WrongAnswer("may have the same size and time as before")
  public static class CachesByTimeAndSize extends ReadToEnd {

    private final Map<String, byte[]> known = new HashMap<>();

    @Override
    public byte[] read(Path file) throws IOException {
      String key = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
      if (!known.containsKey(key)) {
        known.put(key, super.read(file));
      }
      return known.get(key);
    }
  }

  /** Collects in a field, and empties it only after a success. */
  @WrongAnswer("bytes that the failed call had read")
  public static class KeepsTheBytesOfAFailedCall extends ReadToEnd {

    private final ByteArrayOutputStream all = new ByteArrayOutputStream();

    @Override
    public byte[] read(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file, READ)) {
        Channels.newInputStream(channel).transferTo(all);
      }
      byte[] bytes = all.toByteArray();
      all.reset();
      return bytes;
    }
  }

  /** Repeats a failed read until it works. */
  @WrongAnswer("Your code tried again")
  public static class TriesUntilItWorks extends ReadToEnd {

    @Override
    public byte[] read(Path file) throws IOException {
      while (true) {
        try {
          return super.read(file);
        } catch (NoSuchFileException e) {
          throw e;
        } catch (IOException e) {
          // "it will work the next time"
        }
      }
    }
  }
}
