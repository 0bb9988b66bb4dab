package workshop.vertx;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.MimeMapping;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The status, header fields and bytes that answer a request. Given, for {@link FileServer}. It does
 * no disk work and blocks no thread.
 *
 * @param status the status code
 * @param headers the header fields
 * @param first the position in the file of the first byte to send
 * @param length how many bytes to send; 0 if the answer has no body
 */
public record Reply(int status, Map<String, String> headers, long first, long length) {

  /** Returns the answer to a {@code request} for {@code resource}. */
  public static Reply to(HttpServerRequest request, Resource resource) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean get = request.method().equals(HttpMethod.GET);
    if (!get && !request.method().equals(HttpMethod.HEAD)) {
      headers.put("Allow", "GET, HEAD");
      return empty(405, headers);
    }
    String tag = tag(resource);
    headers.put("ETag", tag);
    headers.put("Last-Modified", HttpDate.format(resource.modified()));
    Preconditions conditions =
        new Preconditions(request.headers(), tag, resource.modified(), Instant.now());
    Optional<Integer> ended = conditions.status();
    if (ended.isPresent()) {
      return ended.get() == 304 ? new Reply(304, headers, 0, 0) : empty(ended.get(), headers);
    }
    headers.put("Accept-Ranges", "bytes");
    headers.put("Content-Type", type(resource));
    headers.put("X-Content-Type-Options", "nosniff"); // browsers must not guess another type
    Reply whole = body(200, headers, new Range(0, resource.size()), get);
    String range = String.join(", ", request.headers().getAll("Range"));
    if (!get || range.isEmpty() || !conditions.allowRange()) {
      return whole;
    }
    return Range.parse(range, resource.size())
        .map(part -> part(part, resource.size(), headers))
        .orElse(whole);
  }

  /** Sets status and header fields of {@code response} and returns it. Sends nothing yet. */
  public HttpServerResponse announce(HttpServerResponse response) {
    headers.forEach(dated(response).setStatusCode(status)::putHeader);
    return response;
  }

  /** Sets the date of {@code response}: each answer of a server with a clock has one. */
  static HttpServerResponse dated(HttpServerResponse response) {
    return response.putHeader("Date", HttpDate.format(Instant.now()));
  }

  /** Answers a request that is not HTTP as Vert.x does, but with a date. */
  static void malformed(HttpServerRequest request) {
    dated(request.response());
    HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
  }

  /**
   * Answers a request that failed. If the header fields were sent already, it closes the
   * connection: only then does the client know that its part is not the whole file.
   *
   * <p>It reports an error of the server to Vert.x's exception handler, or in its log.
   */
  public static void failed(HttpServerRequest request, Throwable error) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // the client has left, which is not an error
    }
    int status = status(error);
    if (response.headWritten()) {
      request.connection().close();
    } else {
      response.headers().clear();
      dated(response).setStatusCode(status).end();
    }
    if (status >= 500) {
      report(new IllegalStateException(request.method() + " " + request.path() + " failed", error));
    }
  }

  /** A future without a context drops what its handlers throw, so throw it on the context. */
  private static void report(IllegalStateException fault) {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw fault;
    }
    context.runOnContext(nothing -> {
      throw fault;
    });
  }

  /**
   * Returns 404 if the request does not name a file that may be sent, and 500 for an error of the
   * server. A client does not learn whether a file is missing or forbidden.
   */
  static int status(Throwable error) {
    return switch (error) {
      case NoSuchFileException missing -> 404;
      case AccessDeniedException denied -> 404;
      case InvalidPathException name when !canEncode(name.getInput()) -> 500;
      case IllegalArgumentException notAPath -> 404;
      case FileSystemException failed when isAboutTheName(failed) -> 404;
      default -> 500;
    };
  }

  /**
   * Returns whether this JVM can pass the name to the file system. In the locale {@code C} it
   * cannot name a file with an umlaut.
   */
  private static boolean canEncode(String name) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    return Charset.forName(encoding).newEncoder().canEncode(name);
  }

  /** Returns whether the request caused the error, and not the server or its disk. */
  private static boolean isAboutTheName(FileSystemException failed) {
    String reason = String.valueOf(failed.getReason());
    return Stream.of("Not a directory", "File name too long", "Too many levels of symbolic links")
        .anyMatch(reason::startsWith);
  }

  private static Reply part(Range part, long size, Map<String, String> headers) {
    if (part.length() == 0) {
      headers.remove("Content-Type");
      headers.put("Content-Range", "bytes */" + size);
      return empty(416, headers);
    }
    long last = part.first() + part.length() - 1;
    headers.put("Content-Range", "bytes %d-%d/%d".formatted(part.first(), last, size));
    return body(206, headers, part, true);
  }

  private static Reply body(int status, Map<String, String> headers, Range bytes, boolean get) {
    headers.put("Content-Length", String.valueOf(bytes.length()));
    return new Reply(status, new LinkedHashMap<>(headers), bytes.first(), get ? bytes.length() : 0);
  }

  private static Reply empty(int status, Map<String, String> headers) {
    headers.put("Content-Length", "0");
    return new Reply(status, headers, 0, 0);
  }

  private static String type(Resource resource) {
    String type = MimeMapping.mimeTypeForFilename(resource.file().toString());
    if (type == null) {
      return "application/octet-stream";
    }
    return type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }

  /** New content gets a new tag, unless it changes twice within one tick of the file's time. */
  private static String tag(Resource resource) {
    Instant modified = resource.modified();
    return "\"%x-%x-%x\"".formatted(modified.getEpochSecond(), modified.getNano(), resource.size());
  }
}
