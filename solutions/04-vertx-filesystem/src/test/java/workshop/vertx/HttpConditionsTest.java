package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the file server answers to the conditions of a request: RFC 9110, section 13. */
class HttpConditionsTest {

  private static final String MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";
  private static final String EARLIER = "Sun, 06 Nov 1994 08:49:36 GMT";

  @TempDir static Path root;
  private static SolvedServer server;
  private static String tag;

  @BeforeAll
  static void open() throws IOException {
    Files.writeString(root.resolve("menu.txt"), "soup and bread");
    Files.writeString(root.resolve("empty.txt"), "");
    // The half second is more than an HTTP date can express.
    Instant modified = Instant.parse("1994-11-06T08:49:37.5Z");
    Files.setLastModifiedTime(root.resolve("menu.txt"), FileTime.from(modified));
    server = new SolvedServer(root);
    tag = server.ask("HEAD", "/menu.txt").header("ETag");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  /**
   * Sends a request with the header lines between {@code |}, in which TAG stands for the file's
   * tag.
   */
  private static RawClient.Answer get(String lines) throws IOException {
    return server.ask("GET", "/menu.txt", lines.replace("TAG", tag).split("\\|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "If-Match: TAG > 200",
        "If-Match: * > 200",
        "If-Match: \"other\" > 412",
        "If-Match: \"other\", TAG > 200",
        "If-Match: \"a,b\" , ,TAG > 200",
        "If-Match: \"other\"|If-Match: TAG > 200",
        "If-Match: W/TAG > 412",
        "If-Match: no tag TAG > 412",
        "If-Match: \"other\"|Range: bytes=0-3 > 412",
        "If-Match: TAG|Range: bytes=0-3 > 206",
        "If-Match: TAG|If-Unmodified-Since: " + EARLIER + " > 200",
        "If-Match: TAG|If-None-Match: TAG > 304",
        "If-Match: \"other\"|If-None-Match: TAG > 412",
        "If-Unmodified-Since: " + EARLIER + " > 412",
        "If-Unmodified-Since: " + MODIFIED + " > 200",
        "If-Unmodified-Since: yesterday > 200",
        "If-Unmodified-Since: " + EARLIER + "|If-None-Match: TAG > 412",
        "If-None-Match: TAG > 304",
        "If-None-Match: W/TAG > 304",
        "If-None-Match: * > 304",
        "If-None-Match: \"x\"|If-None-Match: \"y\", TAG > 304",
        "If-None-Match: \"xTAG\" > 200",
        "If-None-Match: \"other\"|If-Modified-Since: " + MODIFIED + " > 200",
        "If-None-Match: TAG|Range: bytes=0-3 > 304",
        "If-Modified-Since: " + MODIFIED + " > 304",
        "If-Modified-Since: " + EARLIER + " > 200",
        "If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT > 304",
        "If-Modified-Since: Sun Nov  6 08:49:37 1994 > 304",
        "If-Modified-Since: Sun Nov  6 08:49:36 1994 > 200",
        "If-Modified-Since: " + MODIFIED + "|If-Modified-Since: " + MODIFIED + " > 200",
        "If-Range: TAG|Range: bytes=0-3 > 206",
        "If-Range: W/TAG|Range: bytes=0-3 > 200",
        "If-Range: \"other\"|Range: bytes=0-3 > 200",
        "If-Range: " + MODIFIED + "|Range: bytes=0-3 > 206",
        "If-Range: Sunday, 06-Nov-94 08:49:37 GMT|Range: bytes=0-3 > 206",
        "If-Range: " + EARLIER + "|Range: bytes=0-3 > 200",
        "If-Range: Mon, 07 Nov 1994 08:49:37 GMT|Range: bytes=0-3 > 200",
        "If-Range: \"other\" > 200",
        "Range: bytes=0-3 > 206",
        "Range: BYTES=0-3 > 206",
        "Range: bytes=0-3|Range: bytes=5-6 > 200",
        "Range: bytes=99999999999999999999- > 416",
        "Range: bytes=0-99999999999999999999 > 206",
        "Range: bytes=14- > 416",
      })
  void conditions_are_evaluated_in_the_order_of_the_rfc(String lines, int status) throws Exception {
    RawClient.Answer answer = get(lines);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text())
        .isEqualTo(status == 200 ? "soup and bread" : answer.status() == 206 ? part(answer) : "");
  }

  private static String part(RawClient.Answer answer) {
    return "soup and bread".substring(0, Integer.parseInt(answer.header("Content-Length")));
  }

  @Test
  void a_date_is_not_a_strong_validator_until_its_second_is_over() {
    Instant modified = Instant.parse("2026-01-01T00:00:00.2Z");

    assertThat(allowsRange(modified, "2026-01-01T00:00:00.9Z")).isFalse();
    assertThat(allowsRange(modified, "2026-01-01T00:00:01Z")).isTrue();
  }

  private static boolean allowsRange(Instant modified, String now) {
    var headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("If-Range", HttpDate.format(modified));
    return new Preconditions(headers, "\"tag\"", modified, Instant.parse(now)).allowRange();
  }

  @Test
  void the_last_bytes_of_an_empty_file_are_all_of_it() throws Exception {
    assertThat(server.ask("GET", "/empty.txt", "Range: bytes=-5").status()).isEqualTo(200);
    assertThat(server.ask("GET", "/empty.txt", "Range: bytes=0-").status()).isEqualTo(416);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /menu.txt",
        "HEAD /menu.txt",
        "GET /nope",
        "POST /menu.txt",
        "GET /health",
        "GET /%zz"
      })
  void every_answer_has_a_date(String request) throws Exception {
    String[] words = request.split(" ");
    Instant before = Instant.now().minusSeconds(1);

    RawClient.Answer answer = server.ask(words[0], words[1], "Content-Length: 0");

    assertThat(HttpDate.parse(answer.header("Date"), Instant.now()))
        .hasValueSatisfying(date -> assertThat(date).isBetween(before, Instant.now()));
  }

  @Test
  void answers_without_a_file_have_a_date_as_well() throws Exception {
    assertThat(get("If-None-Match: *").header("Date")).isNotEmpty();
    assertThat(get("If-Match: \"other\"").header("Date")).isNotEmpty();
    assertThat(get("Range: bytes=99-").header("Date")).isNotEmpty();
    assertThat(server.ask("GET", "/menu.txt", "no header line").status()).isEqualTo(400);
    assertThat(server.ask("GET", "/menu.txt", "no header line").header("Date")).isNotEmpty();
  }

  @Test
  void the_server_is_reached_through_loopback_only() throws Exception {
    List<InetAddress> others =
        Stream.concat(
                NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses),
                Stream.of(InetAddress.ofLiteral("127.0.0.2"), InetAddress.ofLiteral("::1")))
            .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
            .toList();

    assertThat(connects(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
    assertThat(others).isNotEmpty().noneMatch(HttpConditionsTest::connects);
  }

  private static boolean connects(InetAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, server.port()), 2_000);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
