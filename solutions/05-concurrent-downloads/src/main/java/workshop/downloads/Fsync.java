package workshop.downloads;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Makes files and their names durable: they survive a power failure. Given; nothing to do here.
 * Both methods block the caller until the disk has answered.
 */
public final class Fsync {

  private Fsync() {}

  /** Returns when the content of {@code file} is on the disk. */
  public static void file(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Returns when the names in the directory of {@code file} are on the disk. A file that was made
   * or renamed is found after a power failure only if its directory was synced, too. Windows does
   * not let a program open a directory; there this method does nothing.
   */
  public static void directoryOf(Path file) throws IOException {
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
        channel.force(true);
      }
    }
  }
}
