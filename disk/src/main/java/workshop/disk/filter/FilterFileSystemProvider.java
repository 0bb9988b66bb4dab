package workshop.disk.filter;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
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

/**
 * Forwards every operation to another provider. Unwraps paths that come in, and wraps paths that go
 * out. Accepts the other provider's paths as well. As thread-safe as the other provider.
 */
public class FilterFileSystemProvider extends FileSystemProvider {

  private final FileSystemProvider delegate;
  private final FilterFileSystem fileSystem;

  /**
   * Forwards to {@code delegate}. Runs before the JVM has a default file system, so it must not use
   * {@link Path#of}.
   */
  @SuppressWarnings("this-escape") // the file system only keeps the reference
  public FilterFileSystemProvider(FileSystemProvider delegate) {
    this.delegate = requireNonNull(delegate, "delegate");
    this.fileSystem = new FilterFileSystem(this, delegate.getFileSystem(URI.create("file:///")));
  }

  /** Returns the path behind {@code path}, or {@code path} itself if it is not wrapped. */
  public static Path unwrap(Path path) {
    return path instanceof FilterPath wrapped ? wrapped.delegate() : path;
  }

  /** Returns a path of this provider for the same file. */
  public final Path wrap(Path path) {
    return path.getFileSystem().equals(fileSystem)
        ? path
        : new FilterPath(fileSystem, unwrap(path));
  }

  @Override
  public String getScheme() {
    return delegate.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) throws IOException {
    return new FilterFileSystem(this, delegate.newFileSystem(uri, env));
  }

  @Override
  public FileSystem newFileSystem(Path path, Map<String, ?> env) throws IOException {
    return new FilterFileSystem(this, delegate.newFileSystem(unwrap(path), env));
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    FileSystem found = delegate.getFileSystem(uri);
    return found.equals(fileSystem.delegate()) ? fileSystem : new FilterFileSystem(this, found);
  }

  @Override
  public Path getPath(URI uri) {
    return wrap(delegate.getPath(uri));
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return delegate.newInputStream(unwrap(path), options);
  }

  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    return delegate.newOutputStream(unwrap(path), options);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    return delegate.newFileChannel(unwrap(path), options, attrs);
  }

  @Override
  public AsynchronousFileChannel newAsynchronousFileChannel(
      Path path,
      Set<? extends OpenOption> options,
      @Nullable ExecutorService executor,
      FileAttribute<?>... attrs)
      throws IOException {
    return delegate.newAsynchronousFileChannel(unwrap(path), options, executor, attrs);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attrs) throws IOException {
    return delegate.newByteChannel(unwrap(path), options, attrs);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return new FilterDirectoryStream(
        this, delegate.newDirectoryStream(unwrap(dir), entry -> filter.accept(wrap(entry))));
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attrs) throws IOException {
    delegate.createDirectory(unwrap(dir), attrs);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attrs)
      throws IOException {
    delegate.createSymbolicLink(unwrap(link), unwrap(target), attrs);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    delegate.createLink(unwrap(link), unwrap(existing));
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return wrap(delegate.readSymbolicLink(unwrap(link)));
  }

  /** Does what {@link Path#toRealPath} does; a provider has no method for it. */
  protected Path toRealPath(Path path, LinkOption... options) throws IOException {
    return wrap(unwrap(path).toRealPath(options));
  }

  @Override
  public void delete(Path path) throws IOException {
    delegate.delete(unwrap(path));
  }

  @Override
  public boolean deleteIfExists(Path path) throws IOException {
    return delegate.deleteIfExists(unwrap(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    delegate.copy(unwrap(source), unwrap(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    delegate.move(unwrap(source), unwrap(target), options);
  }

  @Override
  public boolean isSameFile(Path path, Path path2) throws IOException {
    return delegate.isSameFile(unwrap(path), unwrap(path2));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return delegate.isHidden(unwrap(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return delegate.getFileStore(unwrap(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    delegate.checkAccess(unwrap(path), modes);
  }

  @Override
  public boolean exists(Path path, LinkOption... options) {
    return delegate.exists(unwrap(path), options);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return delegate.getFileAttributeView(unwrap(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return delegate.readAttributes(unwrap(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> @Nullable A readAttributesIfExists(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return delegate.readAttributesIfExists(unwrap(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return delegate.readAttributes(unwrap(path), attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    delegate.setAttribute(unwrap(path), attribute, value, options);
  }

  @Override
  public String toString() {
    return getClass().getSimpleName() + "(" + delegate + ")";
  }
}
