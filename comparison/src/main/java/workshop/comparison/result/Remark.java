package workshop.comparison.result;

/**
 * Something that happened during a run and that readers of its numbers must know.
 *
 * @param who the contender or program that it happened to; empty if it concerns all
 * @param value a number or a message; empty if there is none
 */
public record Remark(Kind kind, String who, String value) {

  /** The kinds of remarks, each with the sentence that reports it. */
  public enum Kind {
    BUSY("Other programs used up to %2$s%% of the processors, so these numbers may be far off."),
    INTERRUPTED("The measurement was interrupted, so numbers are missing."),
    BROKEN("The measurement failed: %2$s."),
    NOT_INSTALLED(
        "%1$s is not installed, so it is missing here. Install it from your system's packages."),
    NOT_BUILT(
        "%1$s could not be built, so it is missing here: %2$s. On Debian: apt install cargo librust-tokio-dev."),
    REFUSED("%1$s could not be measured on this system: %2$s."),
    NOT_SETTLED("%1$s was still getting faster when its warm-up ended."),
    LATE(
        "%1$s could not keep up with %2$s operations a second, so its latencies grow with the length of the run."),
    TIMED_OUT("With %1$s, %2$s requests for files got no answer in time."),
    NOTHING_ARRIVED("%1$s sent no file in a run with %2$s connections; that run is left out."),
    NO_MEMORY("The memory usage is missing, because this system has no /proc to read it from."),
    START_OF_CURL(
        "The time for curl includes %2$s ms for starting its process. The other contenders run in "
            + "a JVM that is already running.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }
  }

  @Override
  public String toString() {
    return kind.sentence.formatted(who, value);
  }
}
