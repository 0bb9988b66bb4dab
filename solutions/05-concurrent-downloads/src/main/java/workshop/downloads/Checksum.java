package workshop.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a file with the delivery note. Given; nothing to do here. */
public final class Checksum {

  /** {@code Repr-Digest} (RFC 9530): the checksum in Base64, between colons. */
  private static final Pattern SHA_256 = Pattern.compile("sha-256=:([^:]*):");

  private Checksum() {}

  /**
   * Returns if the file has the checksum that the reply announces, or if it announces none. Reads
   * the whole file, and blocks the caller meanwhile.
   *
   * @throws IOException if the checksum is another one; names the URL
   */
  public static void verify(HttpResponse<Path> response) throws IOException {
    Matcher announced = SHA_256.matcher(response.headers().firstValue("Repr-Digest").orElse(""));
    if (announced.find()) {
      String found = Base64.getEncoder().encodeToString(sha256(response.body()));
      if (!found.equals(announced.group(1))) {
        throw new IOException(
            "%s: the checksum is %s, announced was %s"
                .formatted(response.uri(), found, announced.group(1)));
      }
    }
  }

  private static byte[] sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
