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

/** The open files of a watched directory, and the lines that opened them. */
final class HandleLedger {

  /**
   * The weak reference lets the garbage collector close a lost channel, as it would without the
   * disk.
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

  /** Returns the open files in the order of opening. */
  List<OpenHandle> snapshot() {
    return open.values().stream().map(Entry::handle).toList();
  }

  /** Closes all files. Throws the first error, with the others suppressed. */
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

  /** Removes the frames of this disk and of {@code java.nio} from the top. */
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
