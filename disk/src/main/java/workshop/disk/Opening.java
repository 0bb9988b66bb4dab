package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import workshop.disk.Watch.IoAction;
import workshop.disk.Watches.Place;
import workshop.disk.filter.FilterFileSystemProvider;

/** Opens files below a watched directory: records, registers and wraps them. */
final class Opening {

  private static final StackWalker STACK = StackWalker.getInstance();

  private Opening() {}

  static FileChannel fileChannel(
      Place place, Set<? extends OpenOption> options, IoAction<FileChannel> open)
      throws IOException {
    return open(
        place,
        reading(options),
        open,
        (file, channel) -> new WatchedFileChannel(file, channel, false));
  }

  /** Returns a file channel, as the platform does. */
  static SeekableByteChannel byteChannel(
      Place place, Set<? extends OpenOption> options, IoAction<FileChannel> open)
      throws IOException {
    boolean uninterruptible = isForReadAllBytes();
    return open(
        place,
        reading(options),
        open,
        (file, channel) -> new WatchedFileChannel(file, channel, uninterruptible));
  }

  static AsynchronousFileChannel asynchronousFileChannel(
      Place place,
      Set<? extends OpenOption> options,
      ExecutorService pool,
      IoAction<AsynchronousFileChannel> open)
      throws IOException {
    return open(
        place,
        reading(options),
        open,
        (file, channel) -> new WatchedAsynchronousFileChannel(file, channel, pool, options));
  }

  static InputStream inputStream(Place place, OpenOption[] options, IoAction<InputStream> open)
      throws IOException {
    return open(place, reading(setOf(options)), open, WatchedInputStream::new);
  }

  static OutputStream outputStream(Place place, OpenOption[] options, IoAction<OutputStream> open)
      throws IOException {
    Set<OpenOption> recorded =
        options.length > 0
            ? setOf(options)
            : setOf(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    recorded.add(StandardOpenOption.WRITE);
    boolean atTheEnd = recorded.contains(StandardOpenOption.APPEND);
    return open(
        place,
        recorded,
        open,
        (file, stream) -> new WatchedOutputStream(file, stream, atTheEnd ? size(place) : 0));
  }

  static DirectoryStream<Path> directoryStream(Place place, IoAction<DirectoryStream<Path>> open)
      throws IOException {
    return open(Request.of(Op.LIST, place.file()), place, open, WatchedDirectoryStream::new);
  }

  private static <C extends Closeable> C open(
      Place place, Set<? extends OpenOption> options, IoAction<C> open, Wrapper<C> wrapper)
      throws IOException {
    return open(Request.of(Op.OPEN, place.file()).with(options), place, open, wrapper);
  }

  private static <C extends Closeable> C open(
      Request request, Place place, IoAction<C> open, Wrapper<C> wrapper) throws IOException {
    Operation operation = place.watch().begin(request, null);
    try {
      operation.approach();
      C delegate = open.perform();
      C wrapped = wrapper.wrap(new OpenFile(place, operation.number()), delegate);
      place.watch().handles().opened(operation.number(), place.file(), wrapped);
      operation.done(request.op() == Op.OPEN ? size(place) : 0);
      return wrapped;
    } catch (Throwable e) {
      operation.failed(e);
      throw e;
    }
  }

  private static Set<? extends OpenOption> reading(Set<? extends OpenOption> options) {
    return options.isEmpty() ? Set.of(StandardOpenOption.READ) : options;
  }

  /** Unlike {@link Set#of}, allows duplicates. */
  private static Set<OpenOption> setOf(OpenOption... options) {
    return new HashSet<>(Arrays.asList(options));
  }

  private static long size(Place place) {
    try {
      return Files.size(FilterFileSystemProvider.unwrap(place.file()));
    } catch (IOException e) {
      return 0; // deleted or renamed since
    }
  }

  /**
   * Returns whether {@link Files#readAllBytes} opens the channel. It makes its channel
   * uninterruptible in a way that works only for the platform's own channels.
   */
  private static boolean isForReadAllBytes() {
    String files = Files.class.getName();
    return STACK.walk(stack ->
        stack
            .dropWhile(frame -> !frame.getClassName().equals(files))
            .takeWhile(frame -> frame.getClassName().equals(files))
            .anyMatch(frame -> frame.getMethodName().equals("readAllBytes")));
  }

  @FunctionalInterface
  private interface Wrapper<C> {
    C wrap(OpenFile file, C delegate);
  }
}
