package workshop.downloads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.testkit.thread.Await;

/**
 * Sends header fields that a proper server does not send, from a server that writes the bytes it is
 * given.
 */
class HeaderTest {

  private static final String BODY = "soup, bread";
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path directory;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    client.close();
    threads.close();
  }

  private URI from() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/menu");
  }

  /** Answers one request with these header lines and this body, then closes the connection. */
  private void answers(String fields, String body) {
    threads.execute(() -> {
      try (Socket connection = server.accept()) {
        byte[] request = new byte[8192];
        int ignored = connection.getInputStream().read(request);
        String reply = "HTTP/1.1 200 OK\r\n" + fields + "\r\n" + body;
        connection.getOutputStream().write(reply.getBytes(ISO_8859_1));
        connection.shutdownOutput();
        connection.getInputStream().readAllBytes();
      } catch (IOException clientLeft) {
        // the client may do that
      }
    });
  }

  @Test
  void the_jdks_client_takes_the_first_of_two_lengths() throws Exception {
    answers("Content-Length: 4\r\nContent-Length: 11\r\n", BODY);

    assertThat(client.send(HttpRequest.newBuilder(from()).build(), BodyHandlers.ofString()).body())
        .isEqualTo("soup");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 4\r\nContent-Length: 11\r\n",
        "Content-Length: 4, 11\r\n",
        "Content-Length: eleven\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 99999999999999999999\r\n",
        "Content-Length: 11\r\nContent-Length: 12\r\n",
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n"
      })
  void a_length_that_cannot_be_trusted_is_an_error_that_names_the_url(String fields) {
    String body = fields.contains("chunked") ? "b\r\n" + BODY + "\r\n0\r\n\r\n" : BODY;
    Path file = directory.resolve("menu");

    answers(fields, body);
    assertThatThrownBy(() -> new OneByOne().download(client, from(), file, LONG))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(from() + ": ");
    answers(fields, body);
    assertThat(Await.failure("05-2", new AllAtOnce().download(client, from(), file)))
        .hasStackTraceContaining(from() + ": ");
    answers(fields, body);
    assertThat(Await.failure("05-5", new AllOrNothing().download(client, from(), file, threads)))
        .hasStackTraceContaining(from() + ": ");

    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Repr-Digest: sha-512=:WRONG:\r\nRepr-Digest: %s\r\n",
        "Repr-Digest: %s\r\nRepr-Digest: sha-256=:WRONG:\r\n",
        "Repr-Digest: %s, sha-512=:WRONG:\r\n",
        "Repr-Digest: sha-256=::\r\n"
      })
  void a_checksum_that_differs_is_found_in_any_header_line(String fields) throws Exception {
    answers("Content-Length: 11\r\n" + fields.formatted(digest()), BODY);

    Throwable failure =
        Await.failure(
            "05-5",
            new AllOrNothing().download(client, from(), directory.resolve("menu"), threads));

    assertThat(failure).hasStackTraceContaining("the checksum is");
    assertThat(directory).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Repr-Digest: %s\r\n",
        "Repr-Digest: x-sha-256=:OTHER:, %s\r\n",
        "Repr-Digest: md5=:OTHER:\r\nRepr-Digest: %s\r\n",
        "Repr-Digest: unixsum=30637, %s\r\n"
      })
  void an_algorithm_that_is_not_known_is_not_compared(String fields) throws Exception {
    answers("Content-Length: 11\r\n" + fields.formatted(digest()), BODY);

    Path file =
        Await.result(
            "05-5",
            new AllOrNothing().download(client, from(), directory.resolve("menu"), threads));

    assertThat(file).hasContent(BODY);
  }

  @Test
  void a_checksum_at_the_end_of_the_url_is_compared_with_what_is_read_back() throws Exception {
    Path file = Files.writeString(directory.resolve("menu"), BODY);
    String sha256 = Checksum.verify(new Download(from(), file));

    assertThat(Checksum.verify(new Download(URI.create(from() + "#sha256=" + sha256), file)))
        .isEqualTo(sha256);
    URI other = URI.create(from() + "#sha256=" + "0".repeat(64));
    assertThatThrownBy(() -> Checksum.verify(new Download(other, file)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(other + ": the checksum is " + sha256);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host/a/..", "http://host", "http://host/", "http://host/a/."})
  void a_url_without_a_file_name_has_no_target(String url) {
    assertThatThrownBy(() -> Download.into(directory, List.of(URI.create(url))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(url);
  }

  /** Random URLs and header fields are either refused or understood, and cause no other error. */
  @Test
  void random_text_is_rejected_or_parsed_and_causes_no_other_error() {
    Random random = new Random(5);
    String alphabet = "./\\%20%2F:?#+é\u0000\u202e=,\"abcAZ09 \t-";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        staysInside(text.toString());
      } catch (IllegalArgumentException refused) {
        // as promised
      }
      BadStatus bad = new BadStatus(from(), 503, Optional.of(text.toString()));
      assertThat(bad.retryAfter().orElse(Duration.ZERO)).isGreaterThanOrEqualTo(Duration.ZERO);
    }
  }

  private void staysInside(String path) {
    URI from = URI.create("http://host/" + path);
    Path to = Download.into(directory, List.of(from)).getFirst().to();
    assertThat(to.toAbsolutePath().normalize().getParent()).isEqualTo(directory);
  }

  private static String digest() throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(BODY.getBytes(UTF_8));
    return "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":";
  }
}
