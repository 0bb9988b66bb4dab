package workshop.comparison.manyfiles;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** The C library's calls, wrapped as thinly as Java allows. A negative result is an error. */
final class Libc {

  static final int READ_ONLY = 0;
  static final int WRITE_ONLY = 1;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle OPEN =
      function(
          "open",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle WRITE =
      function("write", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle READ =
      function("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle FSYNC =
      function("fsync", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle CLOSE =
      function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private static final int DONT_NEED = 4;
  private static final Optional<MethodHandle> FADVISE =
      LINKER
          .defaultLookup()
          .find("posix_fadvise")
          .map(_ ->
              function(
                  "posix_fadvise",
                  FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT)));

  private Libc() {}

  /**
   * Returns a function of the C library. Throws {@link UnsupportedOperationException} if there is
   * no such function.
   */
  @SuppressWarnings("restricted") // started with --enable-native-access
  static MethodHandle function(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    MemorySegment address =
        LINKER
            .defaultLookup()
            .find(name)
            .orElseThrow(() -> new UnsupportedOperationException("no function " + name + " here"));
    return LINKER.downcallHandle(address, descriptor, options);
  }

  static int open(MemorySegment path, int flags) throws IOException {
    try {
      return (int) checked("open", (int) OPEN.invokeExact(path, flags));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void writeFully(int file, MemorySegment content) throws IOException {
    try {
      long written = 0;
      while (written < content.byteSize()) {
        MemorySegment rest = content.asSlice(written);
        written += checked("write", (long) WRITE.invokeExact(file, rest, rest.byteSize()));
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Reads to the end of the file. Returns the number of bytes. */
  static int readFully(int file, MemorySegment into) throws IOException {
    try {
      long read = 0;
      long more = 1;
      while (more > 0 && read < into.byteSize()) {
        MemorySegment room = into.asSlice(read);
        more = checked("read", (long) READ.invokeExact(file, room, room.byteSize()));
        read += more;
      }
      return (int) read;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static void fsync(int file) throws IOException {
    try {
      checked("fsync", (int) FSYNC.invokeExact(file));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Drops a file from the page cache. Only data that is already on the disk can be dropped.
   *
   * @return false if the system cannot do that
   */
  static boolean dropFromPageCache(MemorySegment path) throws IOException {
    if (FADVISE.isEmpty()) {
      return false;
    }
    int file = open(path, READ_ONLY);
    try {
      return (int) FADVISE.get().invokeExact(file, 0L, 0L, DONT_NEED) == 0;
    } catch (Throwable e) {
      throw unexpected(e);
    } finally {
      close(file);
    }
  }

  static void close(int file) throws IOException {
    try {
      checked("close", (int) CLOSE.invokeExact(file));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static long checked(String call, long result) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed");
    }
    return result;
  }

  /** A method handle may throw anything, but these throw only what the methods above declare. */
  static IOException unexpected(Throwable e) {
    return switch (e) {
      case IOException ours -> ours;
      case RuntimeException ours -> throw ours;
      case Error ours -> throw ours;
      default -> new IOException(e);
    };
  }
}
