package workshop.blocking;

/**
 * Warm-up: this exercise is already solved, so that you can see what green looks like.
 *
 * <p>Try the loop. Change a letter between the quotes and save: the verdict turns red and says why.
 * Put the letter back and save: it is green again. Every later exercise works the same way, but
 * starts red.
 */
public class Welcome {

  /** Returns the two lines that every program of this workshop writes to a file and reads back. */
  public String text() {
    return """
    Hello, asynchronous Java!
    This is a non-blocking operation.\
    """;
  }
}
