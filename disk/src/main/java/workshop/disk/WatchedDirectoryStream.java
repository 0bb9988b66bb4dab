package workshop.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

/** A listing of a watched directory. It must be closed, like a file. */
final class WatchedDirectoryStream implements DirectoryStream<Path> {

  private final OpenFile directory;
  private final DirectoryStream<Path> delegate;
  private final AtomicBoolean closed = new AtomicBoolean();

  WatchedDirectoryStream(OpenFile directory, DirectoryStream<Path> delegate) {
    this.directory = directory;
    this.delegate = delegate;
  }

  @Override
  public Iterator<Path> iterator() {
    return delegate.iterator();
  }

  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      directory.close(delegate);
    }
  }

  @Override
  public String toString() {
    return "DirectoryStream(" + directory + ")";
  }
}
