package workshop.runner.course;

import java.util.List;

/** Guesses the word that the user meant. */
public final class Nearest {

  private static final int FARTHEST = 2;

  private Nearest() {}

  /**
   * Returns at most {@code limit} of the {@code known} words, those nearest to {@code typed}. Words
   * that have little in common with it are left out.
   */
  public static List<String> to(String typed, List<String> known, int limit) {
    int nearest = known.stream().mapToInt(word -> distance(typed, word)).min().orElse(0);
    if (nearest > Math.clamp(typed.length() / 2, 1, FARTHEST)) {
      return List.of();
    }
    return known.stream().filter(word -> distance(typed, word) == nearest).limit(limit).toList();
  }

  /**
   * Returns how many characters must be added, removed or replaced to get from one to the other.
   */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
