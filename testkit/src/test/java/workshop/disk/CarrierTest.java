package workshop.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only a new JVM can be set to have two carriers. */
class CarrierTest {

  private static final List<String> TWO_CARRIERS =
      List.of(
          Disk.OPTION,
          "-Djdk.virtualThreadScheduler.parallelism=2",
          "-Djdk.virtualThreadScheduler.maxPoolSize=256");

  @ParameterizedTest
  @EnumSource(names = {"READ", "DELETE"})
  void a_held_operation_occupies_the_carrier_of_its_virtual_thread(Op op) throws Exception {
    assertThat(FreshJvm.run(CarrierProbe.class, TWO_CARRIERS, op.name())).isEqualTo("frozen");
  }

  @Test
  void a_held_force_lets_other_virtual_threads_run_as_a_real_one_does() throws Exception {
    assertThat(FreshJvm.run(CarrierProbe.class, TWO_CARRIERS, "FORCE")).isEqualTo("free");
  }
}
