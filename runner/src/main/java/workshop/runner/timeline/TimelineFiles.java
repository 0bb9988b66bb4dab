package workshop.runner.timeline;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workshop.runner.course.Exercise;
import workshop.testkit.exercise.Contrast;
import workshop.testkit.exercise.RecordedRun;

/**
 * Stores the last recorded run of each exercise, and draws it. There is one file for each exercise,
 * in {@code .workshop/timelines}.
 */
public final class TimelineFiles {

  private static final Gson GSON = new Gson();

  private final Path folder;

  /** Stores the files below {@code own}, the command's own folder. */
  public TimelineFiles(Path own) {
    this.folder = own.resolve("timelines");
  }

  /** Stores a run and replaces an older one of the same exercise. */
  public void save(Exercise exercise, RecordedRun run) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(exercise.id() + ".json"), GSON.toJson(run));
  }

  /** Returns the last run of the exercise; empty if there is none or it cannot be read. */
  public Optional<RecordedRun> load(Exercise exercise) throws IOException {
    try {
      String json = Files.readString(folder.resolve(exercise.id() + ".json"));
      return Optional.ofNullable(GSON.fromJson(json, RecordedRun.class));
    } catch (NoSuchFileException never) {
      return Optional.empty();
    } catch (JsonParseException unreadable) {
      return Optional.empty(); // the next verdict replaces it
    }
  }

  /** Writes a page with one section for each run. Returns the path of the page. */
  public Path writePage(String name, String title, List<TimelinePage.Section> sections)
      throws IOException {
    Files.createDirectories(folder);
    return Files.writeString(folder.resolve(name + ".html"), TimelinePage.html(title, sections));
  }

  /** Writes a trace for a trace viewer. Returns the path of the trace. */
  public Path writeTrace(Exercise exercise, RecordedRun run) throws IOException {
    Files.createDirectories(folder);
    String title = exercise.id() + " " + exercise.title();
    return Files.writeString(
        folder.resolve(exercise.id() + ".trace.json"), TraceEvents.json(run.timeline(), title));
  }

  /** Returns a section of a page: the exercise, what was measured, and the drawing. */
  public static TimelinePage.Section section(Exercise exercise, RecordedRun run) {
    Contrast contrast = run.contrast();
    String note =
        contrast == null ? "The test \"" + run.test() + "\"." : contrast.comparison() + ".";
    return new TimelinePage.Section(exercise.id() + " " + exercise.title(), note, run.timeline());
  }
}
