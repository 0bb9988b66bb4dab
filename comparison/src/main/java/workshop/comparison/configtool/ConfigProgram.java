package workshop.comparison.configtool;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.comparison.result.Contender;
import workshop.comparison.run.Child;

/**
 * The command-line program: reads one config file, counts its settings, and ends.
 *
 * <p>Arguments: the {@link Contender}, the file, and {@code hold} to keep the program alive until
 * its input ends, so that its memory can be measured.
 */
final class ConfigProgram {

  private ConfigProgram() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[1]);
    switch (Contender.valueOf(arguments[0])) {
      case TOOL_NOTHING -> end(0, arguments);
      case PLAIN, PLAIN_AOT -> end(settings(Files.readString(file)), arguments);
      case TOOL_VIRTUAL -> onVirtualThread(file, arguments);
      case TOOL_FUTURE -> onPool(file, arguments);
      case TOOL_VERTX, TOOL_VERTX_AOT -> withVertx(file, arguments);
      default ->
          throw new IllegalArgumentException("no way to read a config file: " + arguments[0]);
    }
  }

  private static void onVirtualThread(Path file, String[] arguments) throws Exception {
    CompletableFuture<Long> settings = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            settings.complete(settings(Files.readString(file)));
          } catch (IOException e) {
            settings.completeExceptionally(e);
          }
        });
    end(settings.get(), arguments);
  }

  private static void onPool(Path file, String[] arguments) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
      long settings =
          CompletableFuture.supplyAsync(() -> read(file), pool)
              .thenApply(ConfigProgram::settings)
              .get();
      end(settings, arguments);
    }
  }

  private static void withVertx(Path file, String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    long settings =
        vertx
            .fileSystem()
            .readFile(file.toString())
            .map(content -> settings(content.toString(StandardCharsets.UTF_8)))
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    end(settings, arguments);
    vertx.close().toCompletionStage().toCompletableFuture().get();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Parses a config file without a library. */
  static long settings(String text) {
    return text.lines().filter(line -> !line.startsWith("#") && line.contains("=")).count();
  }

  private static void end(long settings, String[] arguments) throws IOException {
    Child.tellParent(settings);
    if (arguments.length > 2) {
      Child.awaitParent();
    }
  }
}
