package workshop.comparison.manyfiles;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workshop.comparison.run.WarmUp;

/**
 * The measurements of a contender in one window.
 *
 * @param operations how many operations began and ended
 * @param seconds from the beginning of the first operation to the end of the last
 * @param millis percentiles of the latency, by {@link #PERCENTILES}
 */
record Reply(long operations, double seconds, Map<String, Double> millis) {

  static final List<String> PERCENTILES = List.of("50", "90", "99", "99.9");

  /** A percentile is reported only if at least this many operations lie beyond it. */
  private static final double BEYOND = 10;

  static Reply parse(String line) throws IOException {
    try {
      JsonObject json = JsonParser.parseString(line).getAsJsonObject();
      Map<String, Double> millis = new LinkedHashMap<>();
      for (String percentile : PERCENTILES) {
        millis.put(percentile, json.get(percentile).getAsDouble());
      }
      return new Reply(
          json.get("operations").getAsLong(), json.get("seconds").getAsDouble(), millis);
    } catch (JsonParseException | IllegalStateException | NullPointerException e) {
      throw new IOException("not a line of numbers in JSON: " + line, e);
    }
  }

  /** The percentiles that have enough operations beyond them. */
  Map<String, Double> known() {
    Map<String, Double> known = new LinkedHashMap<>(millis);
    known.keySet().removeIf(at -> operations * (1 - Double.parseDouble(at) / 100) < BEYOND - 1e-6);
    return known;
  }

  double perSecond() {
    return operations / seconds;
  }

  WarmUp.Window asWindow() {
    return new WarmUp.Window(perSecond(), seconds);
  }
}
