package workshop.disk;

/**
 * Something that holds operations until a test releases them: a gate of the watched disk or of the
 * origin server, or a named pipe. With it a test can prove that a caller returned while an
 * operation was still held, without any timing.
 *
 * <p>Safe for use by many threads. No method blocks or releases an operation.
 */
public interface Held {

  /** Returns whether {@code thread} itself is held, inside its own operation. */
  boolean isHeldBy(Thread thread);

  /** Returns how many operations are held now. */
  int waiting();

  /** Returns what is held, for the middle of a sentence: {@code the READ of notes.txt}. */
  String describe();

  /** Returns what holds it, with an article. */
  default String holder() {
    return "the disk";
  }

  /** Returns the kind of operation, with an article: {@code the file operation}. */
  default String work() {
    return "the file operation";
  }
}
