package workshop.blocking;

/**
 * Warm-up: this exercise is solved already, so that you see what green looks like.
 *
 * <p>Try the loop: change a letter between the quotes, save, and watch the verdict turn red and say
 * why. Put it back, save, and it is green again. Every later exercise starts red, and works the
 * same way.
 */
public class Welcome {

  /** Returns what every program of this workshop writes to a file and reads back: two lines. */
  public String text() {
    return """
    Hello, asynchronous Java!
    This is a non-blocking operation.\
    """;
  }
}
