package workshop.offload.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Belongs to 02-6. A virtual thread in a blocked file read keeps its carrier. Where there are two
 * carriers, as on a machine with two cores, two such reads freeze every virtual thread.
 *
 * <p>The test runs a separate JVM that has two carriers on any machine. Named pipes stand for files
 * that never answer.
 */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "Windows has no named pipes among its files")
class BlockedReadsFreezeVirtualThreadsTest {

  /** How often a virtual thread ticked while two threads waited, for each way of waiting. */
  private static final Map<String, Integer> TICKS = new LinkedHashMap<>();

  @BeforeAll
  static void run_a_jvm_with_two_carriers() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.virtualThreadScheduler.parallelism=2",
                "-cp",
                Path.of(
                        TwoCarriers.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString(),
                TwoCarriers.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String printed = new String(jvm.getInputStream().readAllBytes());
      assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).as("the other JVM has ended").isTrue();
      assertThat(jvm.exitValue()).as("its exit value; it printed:%n%s", printed).isZero();
      System.out.println(
          "How often a virtual thread ticked, with two carriers and two threads that wait:");
      printed.lines().forEach(BlockedReadsFreezeVirtualThreadsTest::note);
    } finally {
      jvm.destroyForcibly();
    }
  }

  private static void note(String line) {
    System.out.println("  " + line);
    int colon = line.lastIndexOf(": ");
    TICKS.put(line.substring(0, colon), Integer.valueOf(line.substring(colon + 2).split(" ")[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FileInputStream.read", "FileChannel.read", "Files.readAllBytes"})
  void two_blocked_reads_freeze_every_virtual_thread(String read) {
    assertThat(TICKS.get(read + " on virtual threads")).isZero();
  }

  @Test
  void two_waits_for_a_latch_freeze_no_virtual_thread() {
    assertThat(TICKS.get("CountDownLatch.await on virtual threads")).isPositive();
  }

  @Test
  void two_blocked_reads_on_platform_threads_freeze_no_virtual_thread() {
    assertThat(TICKS.get("Files.readAllBytes on platform threads")).isPositive();
  }
}
