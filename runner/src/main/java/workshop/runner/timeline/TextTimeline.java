package workshop.runner.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import workshop.testkit.timeline.Activity;
import workshop.testkit.timeline.Interval;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/** Draws a timeline with characters: a row for each lane, time from left to right. */
public final class TextTimeline {

  private static final int NARROWEST = 40;
  private static final int LONGEST_NAME = 24;

  private final Timeline timeline;
  private final boolean unicode;
  private final int nameWidth;
  private final int barWidth;

  private TextTimeline(Timeline timeline, int width, boolean unicode) {
    this.timeline = timeline;
    this.unicode = unicode;
    int longest = timeline.lanes().stream().mapToInt(lane -> lane.name().length()).max().orElse(0);
    int columns = Math.max(NARROWEST, width);
    this.nameWidth = Math.min(longest, Math.min(LONGEST_NAME, columns / 3));
    this.barWidth = columns - nameWidth - 2;
  }

  /**
   * Returns the lines of the drawing, none longer than {@code width} from 40 columns on.
   *
   * @param unicode whether the terminal shows block characters; otherwise ASCII is used
   */
  public static List<String> draw(Timeline timeline, int width, boolean unicode) {
    return new TextTimeline(timeline, width, unicode).lines();
  }

  private List<String> lines() {
    if (timeline.lanes().isEmpty()) {
      return List.of("No activity of any thread was recorded.");
    }
    List<String> lines = new ArrayList<>();
    String end = Shares.time(timeline.nanos());
    String margin = " ".repeat(nameWidth + 2);
    lines.add(margin + "0" + " ".repeat(Math.max(1, barWidth - 1 - end.length())) + end);
    for (Lane lane : timeline.lanes()) {
      lines.add(name(lane) + "  " + bar(lane));
    }
    lines.add("");
    lines.addAll(legend());
    String caller = Shares.caller(timeline);
    if (!caller.isEmpty()) {
      lines.add(caller);
    }
    return lines;
  }

  private String name(Lane lane) {
    String name = lane.name();
    if (name.length() <= nameWidth) {
      return name + " ".repeat(nameWidth - name.length());
    }
    // Threads of one pool differ at the end of their names.
    int end = nameWidth / 2;
    return name.substring(0, nameWidth - end - 1) + "~" + name.substring(name.length() - end);
  }

  private String bar(Lane lane) {
    StringBuilder bar = new StringBuilder();
    for (int cell = 0; cell < barWidth; cell++) {
      long from = timeline.nanos() * cell / barWidth;
      long to = timeline.nanos() * (cell + 1) / barWidth;
      bar.append(glyph(lane, from, to));
    }
    return bar.toString().stripTrailing();
  }

  /** Returns the activity that fills most of the cell; a blank if none is known. */
  private char glyph(Lane lane, long from, long to) {
    Map<Activity, Long> nanos = new EnumMap<>(Activity.class);
    for (Interval interval : lane.intervals()) {
      long inside = Math.min(to, interval.to()) - Math.max(from, interval.from());
      if (inside > 0) {
        nanos.merge(interval.activity(), inside, Long::sum);
      }
    }
    return nanos.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> glyph(most.getKey()))
        .orElse(' ');
  }

  private char glyph(Activity activity) {
    return switch (activity) {
      case FREE -> unicode ? '·' : '.';
      case CALL -> unicode ? '▓' : '+';
      case RUNNING -> unicode ? '▒' : '=';
      case WAITING -> unicode ? '░' : '-';
      case FILE_OPERATION -> unicode ? '█' : '#';
    };
  }

  /** Explains the characters that the drawing uses, on as many lines as needed. */
  private List<String> legend() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (Activity activity : List.of(Activity.values()).reversed()) {
      if (timeline.lanes().stream().noneMatch(lane -> lane.nanos(activity) > 0)) {
        continue;
      }
      String entry = glyph(activity) + " " + Shares.name(activity);
      if (!line.isEmpty() && line.length() + 3 + entry.length() > nameWidth + 2 + barWidth) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : "   ").append(entry);
    }
    lines.add(line.toString());
    return lines;
  }
}
