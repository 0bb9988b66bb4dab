package workshop.comparison;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import workshop.comparison.result.Results;

/** Where results leave the comparison: files for machines and for people. */
final class Reporting {

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .serializeSpecialFloatingPointValues()
          .registerTypeAdapter(Duration.class, text())
          .registerTypeAdapter(Instant.class, text())
          .create();

  private Reporting() {}

  /** Writes everything that was asked for, and says where it is. */
  static void write(Results results, Options options, PrintStream out) throws IOException {
    Path file = options.json().orElse(options.out().resolve("results.json"));
    Files.writeString(file, GSON.toJson(results));
    out.println("Results: " + file);
  }

  private static <T> JsonSerializer<T> text() {
    return (value, _, _) -> new JsonPrimitive(value.toString());
  }
}
