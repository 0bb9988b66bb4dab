package workshop.runner.watch;

/**
 * A key that was pressed.
 *
 * @param letter what was typed, for {@link Kind#LETTER}
 */
public record Key(Kind kind, char letter) {

  /** What a key does, apart from typing letters. */
  public enum Kind {
    LETTER,
    ENTER,
    /** The enter key alone, where keys are typed as lines. */
    EMPTY_LINE,
    ESCAPE,
    BACKSPACE,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    /** Ctrl-C, or the end of input. */
    INTERRUPT
  }

  public static Key letter(char letter) {
    return new Key(Kind.LETTER, letter);
  }

  public static Key of(Kind kind) {
    return new Key(kind, ' ');
  }
}
