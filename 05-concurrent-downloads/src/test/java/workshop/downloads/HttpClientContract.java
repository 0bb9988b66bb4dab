package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.testkit.http.Reply;

/** What downloads with the JDK's client must do, over HTTP/1.1 and HTTP/2. */
abstract class HttpClientContract extends DownloadContract {

  /**
   * Downloads with {@code httpClient} and waits for the end. Throws the failure of the download.
   */
  abstract void download(HttpClient httpClient, URI from, Path to) throws Exception;

  @Override
  void download(URI from, Path to) throws Exception {
    download(client, from, to);
  }

  @Test
  @Order(40)
  void over_http_2_only_the_length_shows_a_partial_file(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    String fault = "Over HTTP/2, the body ended after 100000 bytes; Content-Length was 300000.";
    URI from = origin.uri("/menu.bin");
    try (HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {

      Throwable failure =
          failureOf(fault, CHECK_LENGTH, () -> download(http2, from, disk.path("menu.bin")));

      assertNames(from, "", failure);
      assertOnly(List.of(), disk, fault);
    }
  }
}
