package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HundredDownloadsTest {

  @Test
  void both_client_libraries_are_warmed_up_by_as_many_runs() {
    int runsOfJdk = HundredDownloads.WAYS_OF_JDK.stream().mapToInt(HundredDownloads::share).sum();

    assertThat(HundredDownloads.share(HundredDownloads.VERTX)).isPositive().isEqualTo(runsOfJdk);
  }
}
