package workshop.comparison.rows;

import static workshop.comparison.rows.StaticFilesMeasurement.BYTES;
import static workshop.comparison.rows.StaticFilesMeasurement.FILES;
import static workshop.comparison.rows.StaticFilesMeasurement.OPENING_MILLIS;

import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;

/** What a reader of the figures of {@link StaticFiles} must know. */
final class StaticFilesNotes {

  private StaticFilesNotes() {}

  static void add(Notebook notebook, Effort effort, boolean withWrk) {
    if (effort == Effort.NORMAL) {
      notebook.note(
          """
          With more than %s connections a short run measures once, and only whom the verdict and \
          the goals are about, and the baseline; --full measures all, and several times.\
          """
              .formatted(StaticFiles.FEW));
    }
    int processors = Runtime.getRuntime().availableProcessors();
    notebook.note(
        """
        The load (%s) and the client of /health run on the same %d processors as the servers: \
        where a server is as fast as these allow, its number says something of them as well.\
        """
            .formatted(withWrk ? "wrk, one thread" : "virtual threads of our own", processors));
    notebook.note(
        """
        %d files of %d bytes, in the page cache. Servers with event loops have %d of them, as \
        nginx has workers; nginx keeps no files open (no open_file_cache), nor does any other. \
        The three that use Vert.x share a JVM, with loops of their own, and so do the two that use \
        the JDK's server: only one is asked at a time, and what they have in common is warm for all.\
        """
            .formatted(FILES, BYTES, ServerProcess.LOOPS));
    notebook.note(
        """
        /health is asked every %d ms, each time on a connection of its own, and its time begins \
        when the request was due: no request waits for another, and together they are no load. \
        The p99 of files is that of a closed loop: who waits asks no more, and what had no answer \
        at the end is not in it.\
        """
            .formatted(HealthProbe.PERIOD.toMillis()));
    notebook.note(
        """
        On the slow disk each opening of a file takes %d ms. The bounded pool and the Vert.x file \
        server wait with %d threads, for at most %d files/s; virtual threads keep their %d \
        carriers waiting, for at most %d; a blocking handler its %d loops, for at most %d.\
        """
            .formatted(
                OPENING_MILLIS,
                ServerProcess.THREADS,
                ServerProcess.THREADS * 1000L / OPENING_MILLIS,
                processors,
                processors * 1000L / OPENING_MILLIS,
                ServerProcess.LOOPS,
                ServerProcess.LOOPS * 1000L / OPENING_MILLIS));
    notebook.note(
        """
        The servers of the slow disk are measured at the same time, each with a load of its own: \
        what they do is wait. What one of them takes of the processors makes the others' /health \
        later, if anything, and most of all where it is fast.\
        """);
    notebook.note(
        """
        The slow disk lies under java.nio.file. nginx and Vert.x's sendFile go past it, so they \
        are not in those figures; sendFile opens its file on the event loop, where a slow disk \
        would hold it as it holds the blocking handler.\
        """);
    notebook.note(
        """
        Where the Vert.x file server falls short of nginx with cached files, it pays most for \
        asking where the file really is, with every link of its path followed: a fifth of its \
        processor time in a profile. nginx does not ask. The two visits to a worker cost less: with \
        one it was hardly faster.\
        """);
  }
}
