package workshop.runner.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final Set<String> SUITE = Set.of("OffloadTest.java", "Kitchen.java");

  @Test
  void a_learners_frame_is_told_from_the_suites_and_from_the_librarys() {
    Frame mine = frame("\tat exercise//workshop.offload.Offload.read(Offload.java:23)");
    Frame suite =
        frame("exercise//workshop.offload.OffloadTest.returns_at_once(OffloadTest.java:9)");
    Frame fixture = frame("exercise//workshop.offload.Kitchen.close(Kitchen.java:70)");
    Frame jdk = frame("java.base/java.util.concurrent.FutureTask.get(FutureTask.java:190)");

    assertThat(mine.isLearners(SUITE)).isTrue();
    assertThat(suite.isLearners(SUITE)).isFalse();
    assertThat(fixture.isLearners(SUITE)).isFalse();
    assertThat(jdk.isLearners(SUITE)).isFalse();
    assertThat(mine.where()).isEqualTo("Offload.java:23");
    assertThat(jdk.call()).isEqualTo("FutureTask.get");
  }

  @Test
  void the_class_behind_a_lambda_of_the_suite_is_nobodys_code() {
    Frame lambda =
        frame("exercise//workshop.offload.OffloadTest$$Lambda/0x00007f1.call(Unknown Source)");

    assertThat(lambda.isLearners(SUITE)).isFalse();
  }

  @Test
  void the_jdks_own_ways_to_write_a_frame_are_understood() {
    assertThat(frame("java.base@25.0.3/java.lang.Object.wait0(Native Method)").where())
        .isEqualTo("Native Method");
    assertThat(frame("app//org.junit.Runner.run(Runner.java:1)").loader()).isEqualTo("app");
    assertThat(frame("workshop.A$$Lambda/0x00007f1.run(Unknown Source)").call()).isEqualTo("A.run");
    assertThat(frame("workshop.A$Inner.<init>(A.java:7)").call()).isEqualTo("A.Inner.<init>");
  }

  @Test
  void what_is_no_frame_is_none() {
    assertThat(Frame.parse("java.lang.IllegalStateException: (no frame)")).isEmpty();
    assertThat(Frame.parse("\t... 12 more")).isEmpty();
    assertThat(Frame.parse("")).isEmpty();
  }

  @Test
  void a_trace_is_read_up_to_its_first_cause() {
    List<Frame> frames =
        Frame.ofTrace(
            """
            java.io.UncheckedIOException: gone
            \tat exercise//a.B.c(B.java:1)
            Caused by: java.io.IOException: gone
            \tat exercise//a.B.d(B.java:2)
            """);

    assertThat(frames).extracting(Frame::where).containsExactly("B.java:1");
  }

  private static Frame frame(String text) {
    return Frame.parse(text).orElseThrow(() -> new AssertionError("no frame: " + text));
  }
}
