package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that may be sent: given, for {@link FileServer}.
 *
 * @param file where it really is, with no symbolic link left in the path
 * @param size in bytes, when it was found
 * @param modified when its content changed last, as of then
 */
public record Resource(Path file, long size, Instant modified) {

  /**
   * Returns the name that a request asks for: its path without the first slash, percent-decoded,
   * and with {@code index.html} where it names a directory.
   *
   * <p>The name comes from a stranger, and it is not checked yet: it may be {@code
   * ../../etc/passwd}, {@code /etc/passwd}, or contain a NUL character.
   *
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static String name(String requestPath) {
    // A plus is a plus here; URLDecoder is made for forms, where it is a space.
    String decoded = URLDecoder.decode(requestPath.replace("+", "%2B"), UTF_8);
    String name = decoded.startsWith("/") ? decoded.substring(1) : decoded;
    return name.isEmpty() || name.endsWith("/") ? name + "index.html" : name;
  }
}
