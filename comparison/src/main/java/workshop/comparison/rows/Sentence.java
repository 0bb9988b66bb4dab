package workshop.comparison.rows;

import java.util.List;

/** Puts parts into a sentence. */
final class Sentence {

  private Sentence() {}

  /** "Parts, in their order, with a capital and a full stop." */
  static String of(List<String> parts) {
    if (parts.isEmpty()) {
      return "What the rule needs was not measured.";
    }
    String text = String.join("; ", parts);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
