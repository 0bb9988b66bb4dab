package workshop.vertx;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.MimeMapping;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What HTTP wants to be said before the first byte of a file, and which bytes are to follow: given,
 * for {@link FileServer}. Touches no disk, blocks nobody.
 *
 * @param status the status code
 * @param headers the header fields
 * @param first the position in the file of the first byte to send
 * @param length how many bytes to send; 0 if the answer has no body
 */
public record Reply(int status, Map<String, String> headers, long first, long length) {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT).withZone(UTC);

  /** Returns the answer to {@code request}, if {@code resource} is what it asks for. */
  public static Reply to(HttpServerRequest request, Resource resource) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean get = request.method().equals(HttpMethod.GET);
    if (!get && !request.method().equals(HttpMethod.HEAD)) {
      headers.put("Allow", "GET, HEAD");
      return empty(405, headers);
    }
    headers.put("ETag", tag(resource));
    headers.put("Last-Modified", HTTP_DATE.format(resource.modified()));
    if (isKnown(request, resource)) {
      return new Reply(304, headers, 0, 0);
    }
    headers.put("Accept-Ranges", "bytes");
    headers.put("Content-Type", type(resource));
    headers.put("X-Content-Type-Options", "nosniff"); // the type is meant as it is said
    String range = request.getHeader("Range");
    Reply whole = body(200, headers, new Range(0, resource.size()), get);
    if (range == null || !get || !isStillThat(request, resource)) {
      return whole;
    }
    return Range.parse(range, resource.size())
        .map(part -> part(part, resource.size(), headers))
        .orElse(whole);
  }

  /** Puts status and header fields into {@code response}, which it returns. Sends nothing yet. */
  public HttpServerResponse announce(HttpServerResponse response) {
    response.setStatusCode(status);
    headers.forEach(response::putHeader);
    return response;
  }

  /**
   * Answers a request that failed. If the head of the answer is on its way already, only one honest
   * thing is left: to break the connection, so that nobody takes a part for the whole.
   *
   * <p>If the fault is ours, it is reported as well: by Vert.x's exception handler, or in its log.
   */
  public static void failed(HttpServerRequest request, Throwable error) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return; // the guest has left, and that is all that failed
    }
    int status = status(error);
    if (response.headWritten()) {
      request.connection().close();
    } else {
      response.headers().clear();
      response.setStatusCode(status).end();
    }
    if (status >= 500) {
      report(new IllegalStateException(request.method() + " " + request.path() + " failed", error));
    }
  }

  /** A future that has no context drops what its handlers throw; a turn of the loop reports it. */
  private static void report(IllegalStateException fault) {
    Context context = Vertx.currentContext();
    if (context == null) {
      throw fault;
    }
    context.runOnContext(nothing -> {
      throw fault;
    });
  }

  /** Who asks for what must not be seen learns no more than who asks for what is not there. */
  private static int status(Throwable error) {
    return switch (error) {
      case NoSuchFileException missing -> 404;
      case AccessDeniedException denied -> 404;
      case IllegalArgumentException notAPath -> 404;
      case FileSystemException notADirectoryForExample -> 404;
      default -> 500;
    };
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

  /** A name for this content: another content, another name. */
  private static String tag(Resource resource) {
    return "\"%x-%x\"".formatted(resource.modified().toEpochMilli(), resource.size());
  }

  /** Whether the client has the content already: a tag that it sends decides, else the date. */
  private static boolean isKnown(HttpServerRequest request, Resource resource) {
    String tags = request.getHeader("If-None-Match");
    if (tags != null) {
      return tags.strip().equals("*") || tags.contains(tag(resource));
    }
    return date(request, "If-Modified-Since")
        .filter(since -> !seconds(resource.modified()).isAfter(since))
        .isPresent();
  }

  /** Whether the content is still the one that a part of was fetched before. */
  private static boolean isStillThat(HttpServerRequest request, Resource resource) {
    String tagOrDate = request.getHeader("If-Range");
    return tagOrDate == null
        || tagOrDate.strip().equals(tag(resource))
        || date(request, "If-Range").filter(seconds(resource.modified())::equals).isPresent();
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Optional<Instant> date(HttpServerRequest request, String header) {
    try {
      return Optional.ofNullable(request.getHeader(header))
          .map(text -> ZonedDateTime.parse(text.strip(), RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }
}
