package workshop.runner.course;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that one process has locked. The operating system releases the lock when the process ends,
 * however it ends. On a network file system without locks, no lock is held.
 */
public final class LockFile implements AutoCloseable {

  /** The result of trying to lock a file. */
  public enum Status {
    HELD,
    HELD_BY_ANOTHER,
    UNSUPPORTED
  }

  /** ENOLCK, EOPNOTSUPP and ENOSYS, in the words of the operating systems. */
  private static final List<String> UNSUPPORTED =
      List.of("No locks available", "not supported", "not implemented");

  /**
   * A file lock does not make other threads of the same process wait: {@link FileChannel#lock}
   * throws there.
   */
  private interface Locking {
    @Nullable FileLock lock(FileChannel channel) throws IOException;
  }

  private final FileChannel channel;
  private final Status status;

  private LockFile(FileChannel channel, Status status) {
    this.channel = channel;
    this.status = status;
  }

  /** Locks the file, which is created if necessary, unless another process holds it. */
  public static LockFile tryLock(Path file) throws IOException {
    return open(file, FileChannel::tryLock);
  }

  /** Locks the file, which is created if necessary. Blocks while another process holds it. */
  static LockFile lock(Path file) throws IOException {
    return open(file, FileChannel::lock);
  }

  private static LockFile open(Path file, Locking locking) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    try {
      Status status = locking.lock(channel) == null ? Status.HELD_BY_ANOTHER : Status.HELD;
      return new LockFile(channel, status);
    } catch (OverlappingFileLockException heldByThisProcess) {
      return new LockFile(channel, Status.HELD_BY_ANOTHER);
    } catch (IOException e) {
      if (UNSUPPORTED.stream().anyMatch(String.valueOf(e.getMessage())::contains)) {
        return new LockFile(channel, Status.UNSUPPORTED);
      }
      channel.close();
      throw e;
    }
  }

  public Status status() {
    return status;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
