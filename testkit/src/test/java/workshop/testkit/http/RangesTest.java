package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

  private final Origin origin = Origin.start();
  private final Downloads downloads = Downloads.from(origin);

  @BeforeEach
  void serve() {
    origin.at("/file").answers(Reply.of("0123456789").ranges());
  }

  @AfterEach
  void close() {
    downloads.close();
    origin.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 0123, bytes 0-3/10",
    "bytes=4-, 456789, bytes 4-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=8-100, 89, bytes 8-9/10",
    "bytes=-100, 0123456789, bytes 0-9/10"
  })
  void a_range_is_answered_with_that_part(String range, String part, String contentRange)
      throws Exception {
    HttpResponse<byte[]> response = downloads.get("/file", "range", range);

    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(new String(response.body(), UTF_8)).isEqualTo(part);
    assertThat(response.headers().firstValue("content-range")).hasValue(contentRange);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10-", "bytes=10-20"})
  void a_range_behind_the_end_is_a_416_that_tells_the_length(String range) throws Exception {
    HttpResponse<byte[]> response = downloads.get("/file", "range", range);

    assertThat(response.statusCode()).isEqualTo(416);
    assertThat(response.headers().firstValue("content-range")).hasValue("bytes */10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=3-1", "bytes=-", "bytes=0-1,3-4", "lines=1-2"})
  void a_range_that_is_not_understood_gets_the_whole_body(String range) throws Exception {
    HttpResponse<byte[]> response = downloads.get("/file", "range", range);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).hasSize(10);
  }

  @Test
  void if_range_gets_the_part_of_the_same_body_and_the_whole_of_another() throws Exception {
    String tag = downloads.get("/file").headers().firstValue("etag").orElseThrow();

    HttpResponse<byte[]> same = downloads.get("/file", "range", "bytes=4-", "if-range", tag);
    origin.at("/file").answers(Reply.of("a new body").ranges());
    HttpResponse<byte[]> other = downloads.get("/file", "range", "bytes=4-", "if-range", tag);

    assertThat(same.statusCode()).isEqualTo(206);
    assertThat(other.statusCode()).isEqualTo(200);
    assertThat(new String(other.body(), UTF_8)).isEqualTo("a new body");
  }

  @Test
  void without_range_support_the_header_is_ignored() throws Exception {
    origin.at("/plain").answers(Reply.of("0123456789"));

    HttpResponse<byte[]> response = downloads.get("/plain", "range", "bytes=0-3");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("accept-ranges")).isEmpty();
  }

  @Test
  void the_digest_of_a_part_is_that_of_the_whole() throws Exception {
    Reply whole = Reply.of("0123456789").digest();
    origin.at("/file").answers(whole.ranges());

    HttpResponse<byte[]> response = downloads.get("/file", "range", "bytes=0-3");

    assertThat(response.headers().firstValue("repr-digest"))
        .hasValue(whole.headers().get("repr-digest"));
  }
}
