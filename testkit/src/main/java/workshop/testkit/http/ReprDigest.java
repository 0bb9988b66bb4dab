package workshop.testkit.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Checksums in the format of HTTP. */
final class ReprDigest {

  private ReprDigest() {}

  /** Returns {@code sha-256=:…:}, the value of a {@code Repr-Digest} header (RFC 9530). */
  static String of(byte[] body) {
    return "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
