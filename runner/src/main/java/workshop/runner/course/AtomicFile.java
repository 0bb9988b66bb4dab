package workshop.runner.course;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes whole files: a reader sees the old content or the new one, even if the writer is killed.
 */
final class AtomicFile {

  private AtomicFile() {}

  /**
   * Replaces the content of {@code file}, whose folder must exist.
   *
   * @param durably whether the content survives a power failure, and not only the process
   */
  static void replace(Path file, byte[] content, boolean durably) throws IOException {
    String name = file.getFileName() + "." + ProcessHandle.current().pid() + "~";
    Path temporary = file.resolveSibling(name);
    try {
      create(temporary, content, durably);
      try {
        Files.move(temporary, file, ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * Writes a file, durably, that must not exist yet.
   *
   * @throws FileAlreadyExistsException if it does; nothing is changed then
   */
  static void create(Path file, byte[] content) throws IOException {
    create(file, content, true);
  }

  private static void create(Path file, byte[] content, boolean durably) throws IOException {
    try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (durably) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw Checkout.named(file, e); // a write to a full disk does not name the file
    }
  }
}
