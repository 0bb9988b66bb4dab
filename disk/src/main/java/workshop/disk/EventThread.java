package workshop.disk;

/** The thread that did an operation; it may have ended since. */
public record EventThread(long id, String name, boolean virtual, boolean daemon) {

  static EventThread current() {
    Thread thread = Thread.currentThread();
    return new EventThread(
        thread.threadId(), thread.getName(), thread.isVirtual(), thread.isDaemon());
  }

  /** Returns whether this is {@code thread}. */
  public boolean is(Thread thread) {
    return id == thread.threadId();
  }

  /** Returns the name; for a thread without a name its kind and id. */
  @Override
  public String toString() {
    if (!name.isEmpty()) {
      return name;
    }
    return (virtual ? "virtual thread #" : "thread #") + id;
  }
}
