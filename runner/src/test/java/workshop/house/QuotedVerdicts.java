package workshop.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies the words that reject a wrong answer from its source into the pages that quote them.
 *
 * <pre>java runner/src/test/java/workshop/house/QuotedVerdicts.java</pre>
 *
 * <p>A quote follows the link to the answer: {@code [`Name`](../solutions/….java): *"words"*}.
 */
final class QuotedVerdicts {

  static final List<Path> PAGES = List.of(Path.of("docs/pitfalls.md"), Path.of("docs/hangs.md"));

  private static final Pattern QUOTE =
      Pattern.compile("(\\[`(\\w+)`]\\(\\.\\./(solutions/[^)]+\\.java)\\): \\*\")(.*?)(\"\\*)");
  private static final Pattern WORDS =
      Pattern.compile("@WrongAnswer\\((?:\\s*value\\s*=)?\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

  private QuotedVerdicts() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    for (Path page : PAGES) {
      Files.writeString(root.resolve(page), withQuotes(root, Files.readString(root.resolve(page))));
    }
    System.out.println("The quotes are those of the wrong answers.");
  }

  /** Returns the page with the current words of the sources. */
  static String withQuotes(Path root, String page) {
    return QUOTE
        .matcher(page)
        .replaceAll(quote ->
            Matcher.quoteReplacement(
                quote.group(1)
                    + words(root.resolve(quote.group(3)), quote.group(2))
                    + quote.group(5)));
  }

  /** A file holds several answers, and the words of each are above it. */
  private static String words(Path file, String answer) {
    String found = null;
    try {
      String source = Files.readString(file);
      int declaration = source.indexOf("class " + answer + " ");
      Matcher words = WORDS.matcher(source).region(0, Math.max(declaration, 0));
      while (words.find()) {
        found = words.group(1).replace("\\\"", "'");
      }
    } catch (IOException e) {
      throw new IllegalStateException(
          "A page quotes the verdict on " + file + ", which cannot be read", e);
    }
    if (found == null) {
      throw new IllegalStateException(
          "%s has no @WrongAnswer(\"…\") above a class %s".formatted(file, answer));
    }
    return found;
  }
}
