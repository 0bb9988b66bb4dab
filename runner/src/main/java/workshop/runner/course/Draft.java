package workshop.runner.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A learner's file at one instant.
 *
 * @param text its content; empty if there is no such file
 * @param digest of the text without regard to line endings; empty if there is no such file
 * @param starter whether the text is still that of the starter
 * @param solvedAsGiven whether the starter has no TODO, as in a warm-up, and is judged unchanged
 */
public record Draft(String text, String digest, boolean starter, boolean solvedAsGiven) {

  private static final int DIGEST_LENGTH = 16;

  /** Returns the draft with this text. */
  public static Draft of(String text, String starter) {
    String digest = digest(text);
    return new Draft(text, digest, digest.equals(digest(starter)), !starter.contains("TODO("));
  }

  /** Returns the draft of a file that does not exist. */
  public static Draft missing(String starter) {
    return new Draft("", "", false, !starter.contains("TODO("));
  }

  public boolean isMissing() {
    return digest.isEmpty();
  }

  /** Returns whether there is something to judge. */
  public boolean worthRunning() {
    return !isMissing() && (!starter || solvedAsGiven);
  }

  public boolean sameTextAs(Draft other) {
    return digest.equals(other.digest);
  }

  private static String digest(String text) {
    byte[] bytes = text.replace("\r\n", "\n").getBytes(UTF_8);
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
