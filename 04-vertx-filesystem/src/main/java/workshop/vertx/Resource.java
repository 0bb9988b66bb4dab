package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that may be sent. Given, for {@link FileServer}.
 *
 * @param file its real path, without symbolic links
 * @param size in bytes, when it was found
 * @param modified when its content was last changed
 */
public record Resource(Path file, long size, Instant modified) {

  /**
   * Returns the name that a request asks for: its path without the first slash, percent-decoded,
   * and with {@code index.html} added to the name of a directory.
   *
   * <p>The name comes from a stranger and is not checked yet: it may be {@code ../../etc/passwd},
   * {@code /etc/passwd}, or contain a NUL character.
   *
   * @throws IllegalArgumentException if it cannot be decoded
   */
  public static String name(String requestPath) {
    // A plus is a plus here. URLDecoder is made for forms, where it is a space.
    String decoded = URLDecoder.decode(requestPath.replace("+", "%2B"), UTF_8);
    String name = decoded.startsWith("/") ? decoded.substring(1) : decoded;
    return name.isEmpty() || name.endsWith("/") ? name + "index.html" : name;
  }
}
