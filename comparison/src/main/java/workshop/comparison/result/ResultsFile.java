package workshop.comparison.result;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Results as a JSON file. */
public final class ResultsFile {

  /** Increased whenever an older reader would misunderstand the file. */
  private static final int FORMAT = 2;

  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .registerTypeAdapter(Instant.class, text(Instant::parse))
          .registerTypeAdapter(Duration.class, text(Duration::parse))
          .create();

  /** An array of numbers over several lines. No string in JSON can look like this. */
  private static final Pattern NUMBERS = Pattern.compile("\\[\\n\\s*+(?:[-+.\\dE]++,?\\s*+)++]");

  private ResultsFile() {}

  /** Writes the results. An older file is replaced only after everything has been written. */
  public static Path write(Results results, Path file) throws IOException {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.add("results", GSON.toJsonTree(results));
    String text = NUMBERS.matcher(GSON.toJson(json)).replaceAll(match -> flat(match.group()));
    Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text + "\n");
    return Files.move(
        part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String flat(String numbers) {
    return numbers.replaceAll("\\s+", " ").replace("[ ", "[").replace(" ]", "]");
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws ComparisonException if the file holds something else
   */
  public static Results read(Path file) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
      if (json.get("format").getAsInt() != FORMAT) {
        throw unreadable(file, "its format is " + json.get("format") + " and not " + FORMAT, null);
      }
      Results results = GSON.fromJson(json.get("results"), Results.class);
      requireComplete("results", results);
      return results;
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(file.toString());
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw unreadable(file, "it is not JSON in the expected form", e);
    } catch (IllegalArgumentException e) {
      throw unreadable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static ComparisonException unreadable(
      Path file, String reason, @Nullable Throwable cause) {
    return new ComparisonException(
        "%s holds no results of this version (%s). Name a results.json that this version wrote."
            .formatted(file, reason),
        cause);
  }

  /** Gson leaves a component null if the file lacks it or has an unknown name for it. */
  private static void requireComplete(String where, @Nullable Object value) {
    switch (value) {
      case null -> throw new IllegalArgumentException(where + " is missing or unknown");
      case Collection<?> elements -> elements.forEach(each -> requireComplete(where + "[]", each));
      case Map<?, ?> map -> map.values().forEach(each -> requireComplete(where, each));
      case Record record -> {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
          requireComplete(where + "." + component.getName(), read(component, record));
        }
      }
      default -> {}
    }
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The accessor of a record failed: " + component, e);
    }
  }

  private static <T> TypeAdapter<T> text(Function<String, T> parse) {
    return new TypeAdapter<T>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        out.value(value.toString());
      }

      @Override
      public T read(JsonReader in) throws IOException {
        return parse.apply(in.nextString());
      }
    }.nullSafe();
  }
}
