package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the subset of Markdown that exercise pages use: paragraphs, lists, code, emphasis, links.
 * Anything else is shown as it was written.
 */
public final class Markdown {

  private static final Pattern ITEM = Pattern.compile("(\\s*)([-*]|\\d+\\.)\\s+(.*)");
  private static final Pattern INLINE =
      Pattern.compile(
          "`(?<code>[^`]+)`|\\*\\*(?<strong>[^*]+)\\*\\*|\\*(?<emphasis>[^*\\s][^*]*)\\*"
              + "|\\[(?<text>[^\\]]+)\\]\\((?<address>[^)]+)\\)");

  private final int width;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private String lead = "";

  private Markdown(int width) {
    this.width = width;
  }

  public static List<Line> lines(String text, int width) {
    Markdown markdown = new Markdown(width);
    boolean inCode = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith("```")) {
        markdown.endParagraph();
        inCode = !inCode;
      } else if (inCode) {
        markdown.lines.addAll(Line.of(Style.CODE, "    " + line).wrapped(width));
      } else {
        markdown.add(line);
      }
    }
    markdown.endParagraph();
    return markdown.lines;
  }

  private void add(String line) {
    Matcher item = ITEM.matcher(line);
    if (line.isBlank()) {
      endParagraph();
      lines.add(Line.EMPTY);
    } else if (line.startsWith("|")) {
      endParagraph();
      lines.addAll(Line.of(line).wrapped(width));
    } else if (line.startsWith("#")) {
      endParagraph();
      lines.add(Line.of(Style.STRONG, line.replaceFirst("#+\\s*", "")));
    } else if (item.matches()) {
      endParagraph();
      String mark = item.group(2).endsWith(".") ? item.group(2) : "•";
      lead = item.group(1) + mark + " ";
      paragraph.append(item.group(3).strip());
    } else {
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
    }
  }

  private void endParagraph() {
    if (!paragraph.isEmpty()) {
      Line line = Line.of(lead).plus(inline(paragraph.toString()));
      lines.addAll(Wrap.wrap(line, width, " ".repeat(lead.length())));
      paragraph.setLength(0);
    }
    lead = "";
  }

  /** Returns one paragraph's text in its styles. */
  static Line inline(String text) {
    Line line = Line.EMPTY;
    Matcher matcher = INLINE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      line = line.plus(text.substring(end, matcher.start()));
      line = line.plus(styled(matcher));
      end = matcher.end();
    }
    return line.plus(text.substring(end));
  }

  private static Line styled(Matcher match) {
    if (match.group("code") != null) {
      return Line.of(Style.CODE, match.group("code"));
    }
    if (match.group("strong") != null) {
      return Line.of(Style.STRONG, match.group("strong"));
    }
    if (match.group("emphasis") != null) {
      return Line.of(Style.NOTE, match.group("emphasis"));
    }
    String address = match.group("address");
    Line text = Line.EMPTY.plusLink(Style.CODE, match.group("text"), address);
    return address.startsWith("http") ? text.plus(Style.FAINT, " (" + address + ")") : text;
  }
}
