package workshop.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.testkit.thread.Await;

/**
 * Repeats requests that Chromium and {@code curl} once sent to the file server: a page with its
 * parts, a jump into the middle of a recording, a reload, and a download that is resumed.
 */
class BrowserVisitTest {

  private static final byte[] RECORDING = new byte[8 << 20];

  static {
    new Random(4).nextBytes(RECORDING);
  }

  @TempDir Path root;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient browser = HttpClient.newHttpClient();
  private Disk disk;
  private URI site;

  @BeforeEach
  void open() {
    disk = Disk.watch(root);
    disk.seed("index.html", "<!doctype html><script src=script.js></script>");
    disk.seed("script.js", "window.scriptRan = true;");
    disk.seed("image.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    disk.seed("sound.wav", RECORDING);
    int port =
        Await.result("the server", new FileServer().start(vertx, root, 0).toCompletionStage())
            .actualPort();
    site = URI.create("http://127.0.0.1:" + port + "/");
  }

  @AfterEach
  void close() {
    browser.close();
    Await.result("the end of Vert.x", vertx.close().toCompletionStage());
    disk.close();
  }

  private HttpRequest ask(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(site.resolve(path));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    return browser.send(ask(path, headers), BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  @Test
  void a_page_and_its_parts_arrive_with_their_types() throws Exception {
    assertThat(header(get(""), "Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(get("script.js"), "Content-Type"))
        .isEqualTo("text/javascript; charset=utf-8");
    assertThat(header(get("image.png"), "Content-Type")).isEqualTo("image/png");
    assertThat(get("favicon.ico").statusCode()).isEqualTo(404);
  }

  @Test
  void a_player_jumps_into_the_middle() throws Exception {
    HttpResponse<InputStream> begun =
        browser.send(ask("sound.wav", "Range", "bytes=0-"), BodyHandlers.ofInputStream());
    assertThat(begun.statusCode()).isEqualTo(206);
    byte[] head = begun.body().readNBytes(44);
    begun.body().close(); // the player leaves in the middle of eight megabytes

    HttpResponse<byte[]> jumped =
        get("sound.wav", "Range", "bytes=8000000-8388607", "If-Range", header(begun, "ETag"));

    assertThat(head).isEqualTo(Arrays.copyOf(RECORDING, 44));
    assertThat(jumped.statusCode()).isEqualTo(206);
    assertThat(header(jumped, "Content-Range")).isEqualTo("bytes 8000000-8388607/8388608");
    assertThat(jumped.body()).isEqualTo(Arrays.copyOfRange(RECORDING, 8_000_000, 8_388_608));
    Await.until(
        "all files to be closed, even that of the player that left",
        () -> disk.recording().openHandles().isEmpty());
  }

  @Test
  void a_reload_asks_whether_the_file_has_changed() throws Exception {
    HttpResponse<byte[]> first = get("script.js");
    String tag = header(first, "ETag");
    String date = header(first, "Last-Modified");

    HttpResponse<byte[]> again = get("script.js", "If-None-Match", tag, "If-Modified-Since", date);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();

    disk.seed("script.js", "window.scriptRan = 'a longer one';");
    assertThat(get("script.js", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void an_interrupted_download_is_resumed() throws Exception {
    byte[] rest = get("sound.wav", "Range", "bytes=1000000-").body();
    assertThat(rest).isEqualTo(Arrays.copyOfRange(RECORDING, 1_000_000, RECORDING.length));

    HttpResponse<byte[]> replaced =
        get("sound.wav", "Range", "bytes=1000000-", "If-Range", "\"another recording\"");
    assertThat(replaced.statusCode()).as("a part of another file is of no use").isEqualTo(200);
    assertThat(replaced.body()).isEqualTo(RECORDING);
  }

  @Test
  void a_path_with_dots_is_not_found() throws Exception {
    Path secret = Files.writeString(root.resolveSibling("secret.txt"), "recipe");
    try {
      for (String path : new String[] {"..%2fsecret.txt", "%2e%2e/secret.txt", "../secret.txt"}) {
        assertThat(rawStatusOf(path)).as(path).contains("404");
      }
    } finally {
      Files.delete(secret);
    }
  }

  /** As {@code curl --path-as-is} does; java.net.http refuses some of these. */
  private String rawStatusOf(String path) throws IOException {
    try (RawClient curl = RawClient.at(site.getPort())) {
      return "" + curl.send("GET", "/" + path).answer().status();
    }
  }
}
