package workshop.runner.worker;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import workshop.testkit.judge.TestResult;

/** The tests of a suite that was stopped before their end. */
final class Remaining {

  private static final String REASON = "no time was left for it";

  private Remaining() {}

  /**
   * Returns a result for each test that has none, in the suite's order. Runs nothing.
   *
   * @param ended the names of those that ended
   */
  static List<TestResult> of(Class<?> suite, List<String> ended) {
    LauncherConfig enginesOnly =
        LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(suite))
            .enableImplicitConfigurationParameters(false)
            .build();
    TestPlan plan = LauncherFactory.create(enginesOnly).discover(request);
    List<String> names = new ArrayList<>();
    for (TestIdentifier root : plan.getRoots()) {
      plan.getDescendants(root).stream()
          .filter(TestIdentifier::isTest)
          .map(TestIdentifier::getDisplayName)
          .forEach(names::add);
    }
    ended.forEach(names::remove);
    return names.stream()
        .map(name -> new TestResult(name, TestResult.Status.SKIPPED, 0, REASON, null))
        .toList();
  }
}
