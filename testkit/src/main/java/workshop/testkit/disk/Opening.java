package workshop.testkit.disk;

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
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import workshop.testkit.disk.Watch.Deed;
import workshop.testkit.disk.Watches.Place;
import workshop.testkit.filter.FilterFileSystemProvider;

/** Opens files below a watched directory: recorded, entered in the ledger, and wrapped. */
final class Opening {

  private static final StackWalker STACK = StackWalker.getInstance();

  private Opening() {}

  static FileChannel fileChannel(
      Place place, Set<? extends OpenOption> options, Deed<FileChannel> open) throws IOException {
    return open(
        place,
        reading(options),
        open,
        (handle, channel) -> new WatchedFileChannel(new OpenFile(place, handle), channel, false));
  }

  /** The platform's byte channels are file channels, so these are, too. */
  static SeekableByteChannel byteChannel(
      Place place, Set<? extends OpenOption> options, Deed<FileChannel> open) throws IOException {
    boolean deaf = isForReadAllBytes();
    return open(
        place,
        reading(options),
        open,
        (handle, channel) -> new WatchedFileChannel(new OpenFile(place, handle), channel, deaf));
  }

  static AsynchronousFileChannel asynchronousFileChannel(
      Place place,
      Set<? extends OpenOption> options,
      ExecutorService pool,
      Deed<AsynchronousFileChannel> open)
      throws IOException {
    return open(
        place,
        reading(options),
        open,
        (handle, channel) ->
            new WatchedAsynchronousFileChannel(
                new OpenFile(place, handle), channel, pool, options));
  }

  static InputStream inputStream(Place place, OpenOption[] options, Deed<InputStream> open)
      throws IOException {
    return open(
        place,
        reading(Set.of(options)),
        open,
        (handle, stream) -> new WatchedInputStream(new OpenFile(place, handle), stream));
  }

  static OutputStream outputStream(Place place, OpenOption[] options, Deed<OutputStream> open)
      throws IOException {
    Set<OpenOption> recorded = new HashSet<>(Set.of(StandardOpenOption.WRITE));
    recorded.addAll(
        options.length > 0
            ? Set.of(options)
            : Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING));
    return open(
        place,
        recorded,
        open,
        (handle, stream) ->
            new WatchedOutputStream(
                new OpenFile(place, handle),
                stream,
                recorded.contains(StandardOpenOption.APPEND) ? size(place) : 0));
  }

  static DirectoryStream<Path> directoryStream(Place place, Deed<DirectoryStream<Path>> open)
      throws IOException {
    return open(
        Request.of(Op.LIST, place.file()),
        place,
        open,
        (handle, stream) -> new WatchedDirectoryStream(new OpenFile(place, handle), stream));
  }

  private static <C extends Closeable> C open(
      Place place, Set<? extends OpenOption> options, Deed<C> open, Wrapper<C> wrapper)
      throws IOException {
    return open(Request.of(Op.OPEN, place.file()).with(options), place, open, wrapper);
  }

  private static <C extends Closeable> C open(
      Request request, Place place, Deed<C> open, Wrapper<C> wrapper) throws IOException {
    Operation operation = place.watch().begin(request, null);
    try {
      operation.approach();
      C wrapped = wrapper.wrap(operation.number(), open.perform());
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

  private static long size(Place place) {
    try {
      return Files.size(FilterFileSystemProvider.unwrap(place.file()));
    } catch (IOException e) {
      return 0; // deleted or renamed since: of no size for whoever asks by name
    }
  }

  /**
   * Tells whether {@link Files#readAllBytes} is what opens the channel. It makes its channel deaf
   * to interrupts, by a way that is open only to the platform's own channels.
   */
  private static boolean isForReadAllBytes() {
    String files = Files.class.getName();
    return STACK.walk(stack ->
        stack
            .dropWhile(frame -> !frame.getClassName().equals(files))
            .takeWhile(frame -> frame.getClassName().equals(files))
            .anyMatch(frame -> frame.getMethodName().equals("readAllBytes")));
  }

  /** Puts a watching channel around the platform's own. */
  @FunctionalInterface
  private interface Wrapper<C> {
    C wrap(long handle, C delegate) throws IOException;
  }
}
