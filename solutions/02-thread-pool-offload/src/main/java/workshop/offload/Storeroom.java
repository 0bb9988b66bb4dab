package workshop.offload;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Given; nothing to do here. This is what a thread does inside the storeroom. Both methods block
 * their caller, as in module 01. From now on, the question is which thread calls them.
 */
public final class Storeroom {

  private Storeroom() {}

  /** Returns all bytes of {@code file}. Blocks until they are read. */
  public static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  /** Makes {@code file} hold exactly {@code content}, durably. Blocks until it does. */
  public static void write(Path file, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }
}
