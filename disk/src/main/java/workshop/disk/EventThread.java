package workshop.disk;

/** The thread that did an operation, as it was then: it may have ended since. */
public record EventThread(long id, String name, boolean virtual, boolean daemon) {

  static EventThread current() {
    Thread thread = Thread.currentThread();
    return new EventThread(
        thread.threadId(), thread.getName(), thread.isVirtual(), thread.isDaemon());
  }

  /** Tells whether this is {@code thread}. */
  public boolean is(Thread thread) {
    return id == thread.threadId();
  }

  /** Returns the name, or a description for a thread that has none, as virtual threads usually. */
  @Override
  public String toString() {
    if (!name.isEmpty()) {
      return name;
    }
    return (virtual ? "virtual thread #" : "thread #") + id;
  }
}
