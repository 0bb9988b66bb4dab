package workshop.comparison.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializer;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the records of {@link workshop.comparison.result} look in JSON. */
final class ResultsJson {

  private ResultsJson() {}

  static Gson gson() {
    JsonSerializer<Map<String, String>> sorted =
        (map, type, context) -> {
          JsonObject object = new JsonObject();
          new TreeMap<>(map).forEach(object::addProperty);
          return object;
        };
    return new GsonBuilder()
        .setPrettyPrinting()
        .disableHtmlEscaping()
        .registerTypeAdapter(Instant.class, text(Instant::parse))
        .registerTypeAdapter(Duration.class, text(Duration::parse))
        .registerTypeAdapter(double.class, new Numbers())
        .registerTypeAdapter(Double.class, new Numbers())
        // Otherwise in another order in each JVM, and two files of one run differ.
        .registerTypeAdapter(new TypeToken<Map<String, String>>() {}.getType(), sorted)
        .create();
  }

  /**
   * Gson leaves out what the file leaves out.
   *
   * @throws IllegalArgumentException naming the first component that is missing
   */
  static void requireComplete(String where, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(where + " is missing");
    }
    if (value instanceof Collection<?> elements) {
      int i = 0;
      for (Object element : elements) {
        requireComplete("%s[%d]".formatted(where, i++), element);
      }
    }
    if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        try {
          requireComplete(where + "." + component.getName(), component.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
          throw new IllegalStateException("A record's accessor failed: " + component, e);
        }
      }
    }
  }

  /** The innermost message: what a constructor of a record found wrong. */
  static String reason(Throwable failure) {
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    String message = innermost.getMessage();
    return message == null || innermost instanceof NullPointerException
        ? "a part of it is missing"
        : message.lines().findFirst().orElse(message);
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

  /** JSON has no NaN and no infinity: they are written as strings. */
  private static final class Numbers extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (Double.isFinite(value)) {
        out.value(value.doubleValue());
      } else {
        out.value(value.toString());
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      return in.peek() == JsonToken.STRING ? Double.valueOf(in.nextString()) : in.nextDouble();
    }
  }
}
