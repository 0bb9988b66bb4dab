package workshop.comparison.rows;

import static workshop.comparison.result.Contender.Kind.LIMIT;
import static workshop.comparison.result.Contender.Kind.TECHNIQUE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;
import workshop.comparison.rows.HugeProgram.Technique;
import workshop.comparison.run.WorkFolder;

/** The guide's third row: a huge file, and work that keeps the processor busy. */
public final class HugeFile implements Question {

  private static final String TIME = "time";
  private static final String PLACE = "whole file";
  private static final String HEAP = "-Xmx64m";
  private static final int MIB = 1 << 20;
  private static final int WARM_UP_MIB = 32;
  private static final Duration LIMIT_OF_RUN = Duration.ofMinutes(5);
  private static final double HELPS = 1.25;

  private static final Contender SEQUENTIAL =
      new Contender("sequential", TECHNIQUE, "One thread reads a chunk, computes, reads the next.");
  private static final Contender ASYNC_READS =
      new Contender(
          "asynchronous reads",
          TECHNIQUE,
          "AsynchronousFileChannel reads the next chunk while one thread computes.");
  private static final Contender PARALLEL =
      new Contender(
          "parallel", TECHNIQUE, "Each core reads and computes a part of the file, blocking.");
  private static final Contender PIPELINE =
      new Contender(
          "read-ahead pipeline",
          TECHNIQUE,
          "One thread reads ahead, all cores compute: ReadAheadPipeline of module 03.");
  private static final Contender READING_ONLY =
      new Contender("reading alone", LIMIT, "Reads the file and computes nothing.");

  private static Contender contender(Technique technique) {
    return switch (technique) {
      case READING_ONLY -> READING_ONLY;
      case SEQUENTIAL -> SEQUENTIAL;
      case ASYNC_READS -> ASYNC_READS;
      case PARALLEL -> PARALLEL;
      case PIPELINE -> PIPELINE;
    };
  }

  @Override
  public String id() {
    return "huge-file";
  }

  @Override
  public String asks() {
    return "What makes heavy work on a huge file faster: asynchronous reads, or more cores?";
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    try (WorkFolder work = WorkFolder.make(id())) {
      notebook.doing("writing the huge file");
      Path huge = write(work.path().resolve("huge.txt"), mebibytes(effort));
      Path warmUp =
          write(work.path().resolve("warm-up.txt"), Math.min(WARM_UP_MIB, mebibytes(effort)));
      List<Technique> order =
          List.of(
              Technique.SEQUENTIAL,
              Technique.ASYNC_READS,
              Technique.PARALLEL,
              Technique.PIPELINE,
              Technique.READING_ONLY);
      Set<String> found = new HashSet<>();
      for (int round = 0; round < rounds(effort); round++) {
        for (Technique technique : order) {
          notebook.doing(contender(technique).name());
          String result = run(technique, huge, warmUp, notebook);
          if (technique != Technique.READING_ONLY) {
            found.add(result);
          }
        }
      }
      if (found.size() != 1) {
        throw new IOException("The techniques do not agree on what is in the file: " + found);
      }
      note(effort, notebook);
    }
  }

  private static void note(Effort effort, Notebook notebook) {
    notebook.note(
        """
        The file has %d MiB and was written just before: it is in the page cache, and reading it \
        is mostly copying. What reading ahead can win at most is the time of `%s`: longer on \
        a disk that has to be waited for.\
        """
            .formatted(mebibytes(effort), READING_ONLY.name()));
    notebook.note(
        """
        Every run is a JVM of its own with %s, warmed up with %d MiB; its start is not in the \
        time. Peak memory is the whole process, the JVM included.\
        """
            .formatted(HEAP, Math.min(WARM_UP_MIB, mebibytes(effort))));
    notebook.note(
        """
        The work counts words and computes a checksum that may be cut anywhere; work that must run \
        in order, such as SHA-256, can use one core only, and then read-ahead is all there is.\
        """);
  }

  private static int mebibytes(Effort effort) {
    return switch (effort) {
      case TRY -> 8;
      case NORMAL -> 128;
      case FULL -> 1024;
    };
  }

  private static int rounds(Effort effort) {
    return switch (effort) {
      case TRY -> 1;
      case NORMAL -> 4; // one of them may be disturbed: three quarters are to agree
      case FULL -> 7;
    };
  }

  /** Words of different lengths, the same in every run. */
  private static Path write(Path file, int mebibytes) throws IOException {
    byte[] text = new byte[MIB];
    Random random = new Random(1);
    random.nextBytes(text);
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) ((text[i] & 7) == 0 ? ' ' : 'a' + (text[i] & 15));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < mebibytes; i++) {
        out.write(text);
      }
    }
    return file;
  }

  /** Returns what the program found in the file. */
  private static String run(Technique technique, Path huge, Path warmUp, Notebook notebook)
      throws IOException, InterruptedException {
    try (ChildJvm program =
        ChildJvm.start(List.of(HEAP), HugeProgram.class, technique, huge, warmUp)) {
      double millis = Double.parseDouble(program.line(LIMIT_OF_RUN));
      String found = program.line(LIMIT_OF_RUN);
      notebook
          .figure(
              TIME,
              "Time for the whole file",
              new Metric("time", "ms", false),
              new Axis(Axis.Kind.NAMES, "file"))
          .add(contender(technique), PLACE, millis);
      Axis axis = new Axis(Axis.Kind.NAMES, "file");
      PeakMemory.note(program.pid(), contender(technique), axis, PLACE, notebook);
      program.end(LIMIT_OF_RUN);
      return found;
    }
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    Optional<Figure> times = Figure.find(figures, TIME);
    List<Ratio.Is> conditions = new ArrayList<>();
    List<String> because = new ArrayList<>();
    Ratio.in(times, SEQUENTIAL.name(), ASYNC_READS.name(), PLACE)
        .ifPresent(ratio -> {
          conditions.add(not(ratio.atLeast(HELPS)));
          because.add(
              "sequential takes %s times as long as asynchronous reads %s"
                  .formatted(ratio, ratio.runs()));
        });
    fastestWithAllCores(times)
        .ifPresent(fastest ->
            Ratio.in(times, SEQUENTIAL.name(), fastest.name(), PLACE)
                .ifPresent(ratio -> {
                  conditions.add(ratio.atLeast(HELPS));
                  because.add(
                      "%s times as long as %s %s".formatted(ratio, fastest.name(), ratio.runs()));
                }));
    share(times)
        .ifPresent(share ->
            because.add(
                "reading alone is %s of the sequential time %s"
                    .formatted(Numbers.share(share.median()), share.runs())));
    Judgment judgment = conditions.size() == 2 ? Ratio.judge(conditions) : Judgment.NOT_MEASURED;
    return List.of(
        new Verdict(
            "A pipeline that reads a huge file and does CPU-heavy work: if the processor is the"
                + " bottleneck, asynchronous I/O does not help, and parallel work fits better.",
            "Maybe, with care",
            judgment,
            """
            Holds if sequential takes less than %s times as long as asynchronous reads with one \
            computing thread, and at least %s times as long as the better of parallel and \
            pipeline; in part if only one is so. %s.\
            """
                .formatted(HELPS, HELPS, Ratio.RULE),
            Sentence.of(because)));
  }

  private static Ratio.Is not(Ratio.Is it) {
    return switch (it) {
      case YES -> Ratio.Is.NO;
      case NO -> Ratio.Is.YES;
      case UNCLEAR -> Ratio.Is.UNCLEAR;
    };
  }

  private static Optional<Contender> fastestWithAllCores(Optional<Figure> times) {
    Optional<Sample> parallel = times.flatMap(figure -> figure.at(PARALLEL.name(), PLACE));
    Optional<Sample> pipeline = times.flatMap(figure -> figure.at(PIPELINE.name(), PLACE));
    if (parallel.isEmpty() || pipeline.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(parallel.get().median() <= pipeline.get().median() ? PARALLEL : PIPELINE);
  }

  private static Optional<Ratio> share(Optional<Figure> times) {
    return Ratio.in(times, READING_ONLY.name(), SEQUENTIAL.name(), PLACE);
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    return List.of();
  }
}
