package sample;

import java.io.PrintWriter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Starts JUnit, as a build tool would. */
public class Main {

  public static void main(String[] args) {
    var listener = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass("sample.SlowWriterTest"))
                .build(),
            listener);
    var summary = listener.getSummary();
    summary.printFailuresTo(new PrintWriter(System.out));
    System.out.printf(
        "%d tests passed, %d failed%n",
        summary.getTestsSucceededCount(), summary.getTestsFailedCount());
  }
}
