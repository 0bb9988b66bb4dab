package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** What is open below a watched directory, and which line opened it. */
final class HandleLedger {

  /**
   * A channel that nobody holds any more is reclaimed, and closed by that, as without a watch; it
   * counts as left open all the same.
   */
  private record Entry(OpenHandle handle, Reference<Closeable> channel) {}

  private final Map<Long, Entry> open = new ConcurrentSkipListMap<>();

  void opened(long handle, Path file, Closeable channel) {
    Throwable here = new Throwable(file.getFileName() + " was opened here");
    here.setStackTrace(fromTheOpeningLine(here.getStackTrace()));
    open.put(handle, new Entry(new OpenHandle(handle, file, here), new WeakReference<>(channel)));
  }

  void closed(long handle) {
    open.remove(handle);
  }

  /** Returns what is open now, in the order of opening. */
  List<OpenHandle> snapshot() {
    return open.values().stream().map(Entry::handle).toList();
  }

  /** Closes what is open. Tries all; throws the first error with the others suppressed. */
  void closeAll() throws IOException {
    IOException first = null;
    for (Entry entry : open.values()) {
      try {
        Closeable channel = entry.channel().get();
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    open.clear();
    if (first != null) {
      throw first;
    }
  }

  /** Leaves out this disk and the library methods between it and the line that wanted a file. */
  private static StackTraceElement[] fromTheOpeningLine(StackTraceElement[] stack) {
    String provider = WatchedFileSystemProvider.class.getName();
    int top = 0;
    while (top < stack.length && !stack[top].getClassName().equals(provider)) {
      top++;
    }
    while (top < stack.length
        && (stack[top].getClassName().equals(provider)
            || stack[top].getClassName().startsWith("java.nio."))) {
      top++;
    }
    return top < stack.length ? Arrays.copyOfRange(stack, top, stack.length) : stack;
  }
}
