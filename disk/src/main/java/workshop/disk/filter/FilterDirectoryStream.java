package workshop.disk.filter;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;

/** Wraps the entries of another directory stream. */
final class FilterDirectoryStream implements DirectoryStream<Path> {

  private final FilterFileSystemProvider provider;
  private final DirectoryStream<Path> delegate;

  FilterDirectoryStream(FilterFileSystemProvider provider, DirectoryStream<Path> delegate) {
    this.provider = provider;
    this.delegate = delegate;
  }

  @Override
  public Iterator<Path> iterator() {
    return new WrappingIterator(delegate.iterator(), provider::wrap);
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }

  @Override
  public String toString() {
    return "FilterDirectoryStream(" + delegate + ")";
  }
}
