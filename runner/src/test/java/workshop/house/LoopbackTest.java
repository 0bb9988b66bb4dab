package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every server of this repository can be reached from this machine only. */
class LoopbackTest {

  private static final Pattern SERVER =
      Pattern.compile("createHttpServer\\(|HttpServer\\.create\\(|new ServerSocket\\(");
  private static final Pattern LOOPBACK =
      Pattern.compile("\"127\\.0\\.0\\.1\"|getLoopbackAddress\\(\\)");

  @Test
  void a_source_that_starts_a_server_names_the_loopback_address() throws IOException {
    List<Path> open = new ArrayList<>();
    int servers = 0;
    for (Path source : House.sources()) {
      String text = House.read(source);
      if (SERVER.matcher(text).find() && !source.endsWith("LoopbackTest.java")) {
        servers++;
        if (!LOOPBACK.matcher(text).find()) {
          open.add(source);
        }
      }
    }

    assertThat(servers).as("sources that start a server").isPositive();
    assertThat(open).isEmpty();
  }

  @Test
  void nginx_listens_on_the_loopback_address() throws IOException {
    String nginx =
        House.read(Path.of("comparison/src/main/java/workshop/comparison/fileserver/Nginx.java"));

    assertThat(House.all(Pattern.compile("\\blisten ([^ :;]+)"), nginx)).containsOnly("127.0.0.1");
  }
}
