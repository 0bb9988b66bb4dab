package workshop.runner.timeline;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workshop.testkit.timeline.Activity;
import workshop.testkit.timeline.Timeline;

/** Puts one or more timelines on a page that a browser opens from the file system. */
public final class TimelinePage {

  /**
   * One drawing of the page.
   *
   * @param title such as {@code 03 CompletableFuture}
   * @param note a sentence under the title; may be empty
   */
  public record Section(String title, String note, Timeline timeline) {}

  private TimelinePage() {}

  /** Returns the page. All drawings have the scale of the longest one. */
  public static String html(String title, List<Section> sections) {
    long length = sections.stream().mapToLong(s -> s.timeline().nanos()).max().orElse(0);
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
    :root { color-scheme: light dark; }
    body { font: 16px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 1.5rem auto; padding: 0 1rem; }
    section { margin: 2rem 0; }
    .drawing { overflow-x: auto; }
    .drawing svg { min-width: 640px; width: 100%%; }
    .legend span { margin-right: 1.2rem; white-space: nowrap; }
    .legend i { display: inline-block; width: .9em; height: .9em; margin-right: .4em; border-radius: 2px; }
    %2$s</style>
    </head>
    <body>
    <h1>%1$s</h1>
    <p>Each row is a thread. Hover over a bar to see what the thread did. The caller is the chef: while it
    is free, it can cook other orders.</p>
    <p class="legend timeline">%3$s</p>
    %4$s</body>
    </html>
    """
        .formatted(
            SvgTimeline.escaped(title),
            SvgTimeline.STYLE,
            legend(),
            sections.stream().map(each -> section(each, length)).collect(Collectors.joining()));
  }

  private static String legend() {
    return Stream.of(Activity.values())
        .map(each ->
            "<span><i class=\"%s\"></i>%s</span>"
                .formatted(SvgTimeline.cssClass(each), Shares.name(each)))
        .collect(Collectors.joining());
  }

  private static String section(Section section, long length) {
    String note = (section.note() + " " + Shares.caller(section.timeline())).strip();
    return """
    <section>
    <h2>%s</h2>
    <p>%s</p>
    <div class="drawing">
    %s</div>
    </section>
    """
        .formatted(
            SvgTimeline.escaped(section.title()),
            SvgTimeline.escaped(note),
            SvgTimeline.draw(section.timeline(), length));
  }
}
