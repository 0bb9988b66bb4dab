package workshop.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import workshop.runner.cli.Environment;
import workshop.runner.course.Catalog;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.judge.BuildOutput;
import workshop.runner.judge.StartUpCache;
import workshop.runner.worker.Limits;

/**
 * Makes later starts faster. The script runs this program after a build, in a JVM that writes an
 * AOT cache of the classes it has loaded. That is the cache of the command. A worker that this JVM
 * starts creates the cache of the workers.
 */
public final class StartUp {

  private StartUp() {}

  /** Runs what most commands run, without printing. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of(System.getProperty("workshop.root", "")).toAbsolutePath();
    Checkout checkout = new Checkout(root);
    BuildOutput build = BuildOutput.of(root);
    StartUpCache.in(root).make(checkout, build, oneOfEachModule(CatalogReader.read(checkout)));
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
    Environment environment =
        new Environment(
            root, silent, silent, false, false, 100, Map.of(), () -> build, Limits.USUAL);
    Main.run(environment, List.of("list"));
  }

  private static List<Exercise> oneOfEachModule(Catalog catalog) {
    return List.copyOf(
        catalog.exercises().stream()
            .collect(Collectors.toMap(Exercise::module, e -> e, (first, last) -> last))
            .values());
  }
}
