package workshop.disk.filter;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.UnaryOperator;

/** Wraps each path of another iterator. */
record WrappingIterator(Iterator<Path> delegate, UnaryOperator<Path> wrap)
    implements Iterator<Path> {

  @Override
  public boolean hasNext() {
    return delegate.hasNext();
  }

  @Override
  public Path next() {
    return wrap.apply(delegate.next());
  }

  @Override
  public void remove() {
    delegate.remove();
  }
}
