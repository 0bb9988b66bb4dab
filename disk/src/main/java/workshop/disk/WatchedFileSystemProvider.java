package workshop.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import workshop.disk.Watches.Place;
import workshop.disk.filter.FilterFileSystemProvider;
import workshop.disk.filter.Nullable;

/**
 * The file system provider that {@link Disk#OPTION} installs. It behaves like the platform's,
 * except for directories that a {@link Disk} watches. For other paths, it only checks an array.
 */
public final class WatchedFileSystemProvider extends FilterFileSystemProvider {

  /** Called by the JVM when it first uses a path. */
  public WatchedFileSystemProvider(FileSystemProvider platform) {
    super(platform);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? super.newFileChannel(path, options, attrs)
        : Opening.fileChannel(place, options, () -> super.newFileChannel(path, options, attrs));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? super.newByteChannel(path, options, attrs)
        : Opening.byteChannel(place, options, () -> super.newFileChannel(path, options, attrs));
  }

  @Override
  public AsynchronousFileChannel newAsynchronousFileChannel(
      Path path,
      Set<? extends OpenOption> options,
      @Nullable ExecutorService executor,
      FileAttribute<?>... attrs)
      throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? super.newAsynchronousFileChannel(path, options, executor, attrs)
        : Opening.asynchronousFileChannel(
            place,
            options,
            executor == null ? DefaultPool.SHARED : executor,
            () -> super.newAsynchronousFileChannel(path, options, Inline.executor(), attrs));
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? super.newInputStream(path, options)
        : Opening.inputStream(place, options, () -> super.newInputStream(path, options));
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? super.newOutputStream(path, options)
        : Opening.outputStream(place, options, () -> super.newOutputStream(path, options));
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Place place = Watches.find(dir);
    return place == null
        ? super.newDirectoryStream(dir, filter)
        : Opening.directoryStream(place, () -> super.newDirectoryStream(dir, filter));
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
    run(Op.CREATE_DIRECTORY, dir, () -> super.createDirectory(dir, attrs));
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attrs)
      throws IOException {
    Path named = wrap(link).resolveSibling(wrap(target));
    run(Op.LINK, link, named, () -> super.createSymbolicLink(link, target, attrs));
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    run(Op.LINK, link, existing, () -> super.createLink(link, existing));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return call(Op.LINK, link, () -> super.readSymbolicLink(link));
  }

  @Override
  protected Path toRealPath(Path path, LinkOption... options) throws IOException {
    return call(Op.ATTRIBUTES, path, () -> super.toRealPath(path, options));
  }

  @Override
  public void delete(Path path) throws IOException {
    run(Op.DELETE, path, () -> super.delete(path));
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    return call(Op.DELETE, path, () -> super.deleteIfExists(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    run(Op.COPY, source, target, () -> super.copy(source, target, options));
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    run(Op.MOVE, source, target, () -> super.move(source, target, options));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    run(Op.ATTRIBUTES, path, () -> super.checkAccess(path, modes));
  }

  /** Returns false if the operation fails, as the contract of this method says. */
  @Override
  public boolean exists(Path path, LinkOption... options) {
    try {
      return call(Op.ATTRIBUTES, path, () -> super.exists(path, options));
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    V view = super.getFileAttributeView(path, type, options);
    Place place = Watches.find(path);
    return view == null || place == null ? view : WatchedAttributeView.of(view, type, place);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return call(Op.ATTRIBUTES, path, () -> super.readAttributes(path, type, options));
  }

  @Override
  public <A extends BasicFileAttributes> @Nullable A readAttributesIfExists(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return this.<@Nullable A>call(
        Op.ATTRIBUTES, path, () -> super.readAttributesIfExists(path, type, options));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return call(Op.ATTRIBUTES, path, () -> super.readAttributes(path, attributes, options));
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    run(Op.ATTRIBUTES, path, () -> super.setAttribute(path, attribute, value, options));
  }

  private <T extends @Nullable Object> T call(Op op, Path path, Watch.IoAction<T> action)
      throws IOException {
    Place place = Watches.find(path);
    return place == null
        ? action.perform()
        : place.watch().on(Request.of(op, place.file()), action);
  }

  private void run(Op op, Path path, Action action) throws IOException {
    Place place = Watches.find(path);
    if (place == null) {
      action.perform();
    } else {
      place.watch().on(Request.of(op, place.file()), action);
    }
  }

  /** Records with the disk that watches the first path, or else the second one. */
  private void run(Op op, Path path, Path other, Action action) throws IOException {
    Place place = Watches.find(path);
    Place otherPlace = Watches.find(other);
    Place recorder = place != null ? place : otherPlace;
    if (recorder == null) {
      action.perform();
    } else {
      Request request = Request.of(op, nameOf(path, place)).to(nameOf(other, otherPlace));
      recorder.watch().on(request, action);
    }
  }

  private Path nameOf(Path path, @Nullable Place place) {
    return place == null ? wrap(path).toAbsolutePath() : place.file();
  }

  @FunctionalInterface
  private interface Action extends Watch.IoAction<@Nullable Void> {
    void act() throws IOException;

    @Override
    default @Nullable Void perform() throws IOException {
      act();
      return null;
    }
  }
}
