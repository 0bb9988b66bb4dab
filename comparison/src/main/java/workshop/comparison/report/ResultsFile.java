package workshop.comparison.report;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import workshop.comparison.result.Results;

/** Results as a JSON file, with the number of its format. Safe for use by several threads. */
public final class ResultsFile {

  /** Raised when an older reader would misunderstand the file, not when a field is added. */
  static final int FORMAT = 1;

  private static final Gson GSON = ResultsJson.gson();

  /** Numbers over several lines, which no string in JSON can look like. */
  private static final Pattern NUMBERS = Pattern.compile("\\[\\n\\s*+(?:[-+.\\dE]++,?\\s*+)++]");

  private ResultsFile() {}

  /**
   * Writes the results, replacing what was there only when all is written. Blocks.
   *
   * @throws IOException if the file cannot be written; what was there is then still there
   */
  public static void write(Results results, Path file) throws IOException {
    WholeFile.write(file, json(results));
  }

  /**
   * Reads results that were written by this version or an older one. Blocks.
   *
   * @throws UnreadableResults if there is no such file, it is no results file, or a newer version
   *     wrote it
   * @throws IOException if reading fails
   */
  public static Results read(Path file) throws IOException {
    String text;
    try {
      text = Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableResults(
          "There is no file %s: name the results.json of an earlier run.".formatted(file), e);
    } catch (MalformedInputException e) {
      throw notResults(file, "it is not text", e);
    }
    try {
      return results(file, JsonParser.parseString(text));
    } catch (JsonParseException e) {
      throw notResults(file, "it is not JSON", e);
    }
  }

  static String json(Results results) {
    JsonObject file = new JsonObject();
    file.addProperty("format", FORMAT);
    file.add("results", GSON.toJsonTree(results));
    return NUMBERS.matcher(GSON.toJson(file)).replaceAll(match -> flat(match.group())) + "\n";
  }

  private static String flat(String numbers) {
    return numbers.replaceAll("\\s+", " ").replace("[ ", "[").replace(" ]", "]");
  }

  private static Results results(Path file, JsonElement json) throws UnreadableResults {
    if (!(json instanceof JsonObject object && object.has("format") && object.has("results"))) {
      throw notResults(file, "it names no format", null);
    }
    int format;
    try {
      format = object.get("format").getAsInt();
    } catch (RuntimeException e) {
      throw notResults(file, "its format is not a number", e);
    }
    if (format > FORMAT) {
      throw new UnreadableResults(
          "%s has format %d, this version of the workshop reads formats up to %d: update it, or measure again."
              .formatted(file, format, FORMAT));
    }
    try {
      Results results = GSON.fromJson(object.get("results"), Results.class);
      ResultsJson.requireComplete("results", results);
      return results;
    } catch (RuntimeException e) {
      throw notResults(file, ResultsJson.reason(e), e);
    }
  }

  private static UnreadableResults notResults(Path file, String reason, @Nullable Throwable cause) {
    return new UnreadableResults(
        "%s holds no results of a comparison (%s): name the results.json of an earlier run."
            .formatted(file, reason),
        cause);
  }
}
