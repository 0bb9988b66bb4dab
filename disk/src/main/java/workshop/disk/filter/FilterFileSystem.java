package workshop.disk.filter;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Set;

/** Forwards to another file system. Its paths belong to the provider that created it. */
final class FilterFileSystem extends FileSystem {

  private final FilterFileSystemProvider provider;
  private final FileSystem delegate;

  FilterFileSystem(FilterFileSystemProvider provider, FileSystem delegate) {
    this.provider = provider;
    this.delegate = delegate;
  }

  FileSystem delegate() {
    return delegate;
  }

  Path wrap(Path path) {
    return new FilterPath(this, path);
  }

  @Override
  public FilterFileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }

  @Override
  public boolean isOpen() {
    return delegate.isOpen();
  }

  @Override
  public boolean isReadOnly() {
    return delegate.isReadOnly();
  }

  @Override
  public String getSeparator() {
    return delegate.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    Iterable<Path> roots = delegate.getRootDirectories();
    return () -> new WrappingIterator(roots.iterator(), this::wrap);
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return delegate.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return delegate.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return wrap(delegate.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = delegate.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(FilterFileSystemProvider.unwrap(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return delegate.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() throws IOException {
    return new FilterWatchService(this, delegate.newWatchService());
  }

  @Override
  public String toString() {
    return "FilterFileSystem(" + delegate + ")";
  }
}
