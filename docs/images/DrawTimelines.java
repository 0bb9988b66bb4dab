import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Records what the solutions of the five modules do with eight orders on a slow disk, and writes
 * the timelines next to this file, one picture per chapter.
 *
 * <p>Run it at the root of a checkout: {@code java docs/images/DrawTimelines.java}.
 */
final class DrawTimelines {

  private static final Path FOLDER = Path.of("docs/images");
  private static final Pattern SECTION =
      Pattern.compile("<h2>(\\d\\d)-.*?(<svg .*?</svg>)", Pattern.DOTALL);
  private static final Pattern STYLE = Pattern.compile("(\\.timeline \\{.*?)</style>", Pattern.DOTALL);

  public static void main(String[] args) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("./workshop", "demo", "all").inheritIO().start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException("./workshop demo all ended with " + exit);
    }
    String page = Files.readString(Path.of(".workshop/timelines/all.html"));
    Matcher style = STYLE.matcher(page);
    if (!style.find()) {
      throw new IllegalStateException("The page has no style for its drawings.");
    }
    Matcher section = SECTION.matcher(page);
    while (section.find()) {
      String svg = section.group(2);
      int inside = svg.indexOf('>') + 1;
      Path picture = FOLDER.resolve("timeline-" + section.group(1) + ".svg");
      Files.writeString(
          picture,
          svg.substring(0, inside) + "\n<style>\n" + style.group(1) + "</style>" + svg.substring(inside) + "\n");
      System.out.println(picture);
    }
  }
}
