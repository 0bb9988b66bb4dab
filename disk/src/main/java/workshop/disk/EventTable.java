package workshop.disk;

import java.nio.file.FileSystemException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Formats events as a table.
 *
 * <pre>
 *   1  OPEN   notes.txt  [CREATE, WRITE]       caller
 *   2  WRITE  notes.txt  at 0, 7 of 20 bytes   caller
 * </pre>
 */
public final class EventTable {

  /** The greatest width of the details column. Longer details do not move the column after it. */
  private static final int DETAILS = 48;

  /** The greatest number of lines: a longer table would push the failure off the screen. */
  private static final int LONGEST = 40;

  private static final int FIRST = 20;
  private static final int LAST = 15;

  private EventTable() {}

  /**
   * Returns a line for each event. If there are too many events, returns only the first and the
   * last ones.
   */
  static String of(Path directory, List<DiskEvent> events) {
    if (events.isEmpty()) {
      return "  (no operation)";
    }
    int op = width(events.stream().map(event -> event.op().name()).toList());
    int files = width(events.stream().map(event -> files(directory, event)).toList());
    int details =
        width(
            events.stream()
                .map(EventTable::details)
                .filter(each -> each.length() <= DETAILS)
                .toList());
    String row = "%3d  %-" + op + "s  %-" + files + "s  %-" + details + "s  %s";
    List<String> lines =
        events.stream()
            .map(event ->
                row.formatted(
                    event.number(),
                    event.op(),
                    files(directory, event),
                    details(event),
                    event.thread()))
            .toList();
    return String.join("\n", lines.size() > LONGEST ? ends(lines) : lines);
  }

  private static List<String> ends(List<String> lines) {
    List<String> ends = new ArrayList<>(lines.subList(0, FIRST));
    ends.add("  ... " + (lines.size() - FIRST - LAST) + " more are left out here");
    ends.addAll(lines.subList(lines.size() - LAST, lines.size()));
    return ends;
  }

  /** Returns one event without columns and directories. */
  static String line(DiskEvent event) {
    String details = details(event);
    return event.number()
        + " "
        + event.op()
        + " "
        + event.file().getFileName()
        + (event.target() == null ? "" : " -> " + event.target().getFileName())
        + (details.isEmpty() ? "" : " " + details)
        + " by "
        + event.thread();
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).reduce(1, Math::max);
  }

  private static String files(Path directory, DiskEvent event) {
    String file = name(directory, event.file());
    return event.target() == null ? file : file + " -> " + name(directory, event.target());
  }

  public static String name(Path directory, Path file) {
    if (!file.startsWith(directory)) {
      return file.toString();
    }
    String name = directory.relativize(file).toString();
    return name.isEmpty() ? "." : name;
  }

  private static String details(DiskEvent event) {
    return switch (event.outcome()) {
      case Outcome.Done() -> detailsOf(event);
      case Outcome.InFlight() -> (detailsOf(event) + " (in flight)").strip();
      case Outcome.Failed(Throwable error) ->
          (detailsOf(event) + " failed: " + error.getClass().getSimpleName() + reason(error))
              .strip();
    };
  }

  private static String reason(Throwable error) {
    if (error instanceof FileSystemException named) {
      return named.getReason() == null ? "" : ": " + named.getReason();
    }
    return error.getMessage() == null ? "" : ": " + error.getMessage();
  }

  private static String detailsOf(DiskEvent event) {
    return switch (event.op()) {
      case OPEN -> options(event.options());
      case READ, WRITE -> "at " + event.position() + ", " + bytes(event);
      case TRANSFER ->
          (event.writes() ? "in" : "out") + " at " + event.position() + ", " + bytes(event);
      case TRUNCATE -> "to " + event.position();
      case LOCK, MAP -> "at " + event.position() + ", " + event.requested() + " bytes";
      case FORCE -> event.metadata() ? "data and metadata" : "data only";
      case SIZE, CLOSE, MOVE, COPY, DELETE, CREATE_DIRECTORY, LINK, LIST, ATTRIBUTES -> "";
    };
  }

  private static String bytes(DiskEvent event) {
    if (event.transferred() < 0) {
      return "end of file";
    }
    return event.isDone()
        ? event.transferred() + " of " + event.requested() + " bytes"
        : event.requested() + " bytes";
  }

  /** Returns the options in a fixed order. */
  public static String options(Set<OpenOption> options) {
    return options.stream()
        .map(OpenOption::toString)
        .sorted()
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
