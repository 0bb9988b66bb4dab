package workshop.downloads;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a file with a checksum that was announced for it. Given; nothing to do here. */
public final class Checksum {

  /** A member of {@code Repr-Digest} (RFC 9530): a checksum in Base64, between colons. */
  private static final Pattern DIGEST = Pattern.compile("(?:^|,)\\s*(sha-(?:256|512))=:([^:]*):");

  private static final String EXPECTED = "sha256=";

  private Checksum() {}

  /**
   * Returns normally if the file has the checksums that {@code Repr-Digest} announces, or if it
   * announces none that this class knows (SHA-256 and SHA-512). Blocks the caller while it reads
   * the whole file.
   *
   * @throws IOException if a checksum differs; its message names the URL
   */
  public static void verify(HttpResponse<Path> response) throws IOException {
    // A header may come in several lines; together they are one list.
    String announced = String.join(",", response.headers().allValues("Repr-Digest"));
    Matcher member = DIGEST.matcher(announced);
    while (member.find()) {
      byte[] found = digest(member.group(1), response.body());
      compare(response.uri(), member.group(2), Base64.getEncoder().encodeToString(found));
    }
  }

  /**
   * Reads the file of {@code download} back, to its end, and returns its SHA-256 in hex. The read
   * blocks the caller.
   *
   * @throws IOException if the URL ends in {@code #sha256=} and another checksum, or if the file
   *     cannot be read
   */
  public static String verify(Download download) throws IOException {
    String found = HexFormat.of().formatHex(digest("sha-256", download.to()));
    String fragment = download.from().getFragment();
    if (fragment != null && fragment.startsWith(EXPECTED)) {
      String expected = fragment.substring(EXPECTED.length()).toLowerCase(Locale.ROOT);
      compare(download.from(), expected, found);
    }
    return found;
  }

  private static void compare(URI from, String announced, String found) throws IOException {
    if (!found.equals(announced)) {
      throw new IOException(
          "%s: the checksum is %s, but %s was announced".formatted(from, found, announced));
    }
  }

  private static byte[] digest(String algorithm, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT));
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("this JDK lacks " + algorithm, e);
    }
  }
}
