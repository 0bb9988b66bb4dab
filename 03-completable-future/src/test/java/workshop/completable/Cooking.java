package workshop.completable;

import java.util.Comparator;
import java.util.List;
import workshop.testkit.diagnosis.Diagnosis;

/** Who works on a chunk, how many at once, and on what. */
final class Cooking {

  private static final String COMMON_POOL = "ForkJoinPool.commonPool";

  private Cooking() {}

  /** Expects that every part was worked on by a cook. */
  static void assertDoneByCooks(HeldWork work, Brigade brigade) {
    // Whoever starts a parallel stream works with the others: of all, they say most.
    List<String> names =
        work.workers().stream()
            .map(Thread::getName)
            .sorted(Comparator.comparing(name -> !name.startsWith(COMMON_POOL)))
            .toList();
    for (String name : names) {
      if (brigade.cooks.has(name)) {
        continue;
      }
      Diagnosis.Observed observed = Diagnosis.observed("work.of(...) ran on \"" + name + "\".");
      if (brigade.readers.has(name)) {
        throw observed
            .means("Who cooks cannot fetch: while it computes, the disk has nothing to do.")
            .nextStep("Hand every part to the compute executor; also the first one.");
      }
      throw name.startsWith(COMMON_POOL)
          ? observed
              .means(
                  "That is the common pool, which a parallel stream uses, and a method with Async in"
                      + " its name that is given no executor: it has a thread per core less one,"
                      + " and the whole program shares them.")
              .nextStep("Start each part with supplyAsync, and pass it the compute executor.")
          : observed
              .means(
                  "It is not one of the compute executor, whose owner decides how many work at the"
                      + " same time.")
              .nextStep("Hand every part to the compute executor; also the first one.");
    }
  }

  /** Expects, while the work is held, that all cooks are at it; {@code chunk} is in bytes. */
  static void assertTogether(int chunk, HeldWork work, Brigade brigade) {
    int inside = work.inside();
    if (inside >= brigade.cores) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%d of %d cooks were at work on the first chunk.".formatted(inside, brigade.cores));
    String idle = ", and the other cores have nothing to do.";
    Diagnosis failure =
        work.insideBytes() < chunk
            ? observed
                .means(
                    "For all its futures, this ran one after another: a part begins only when the"
                        + " one before it is done"
                        + idle)
                .nextStep("Start all parts before you join the first; a stream alone does not.")
            : inside == 1
                ? observed
                    .means("The whole chunk is one task: one cook works on it" + idle)
                    .nextStep(
                        "Cut the chunk into as many parts as there are cores; a task for each.")
                : observed
                    .means(
                        "The chunk was cut into %d parts for %d cooks"
                                .formatted(inside, brigade.cores)
                            + idle)
                    .nextStep("Make as many parts as cores says: it is not the same everywhere.");
    throw failure.evidence("Where the readers stand", brigade.readers.whereTheyStand());
  }

  /** Expects, while the first chunk is being worked on, that its parts were not copied. */
  static void assertNotCopied(HeldWork work) {
    if (work.arrays() > 1) {
      throw Diagnosis.observed(
              "The parts of the first chunk lie in %d arrays.".formatted(work.arrays()))
          .means(
              "They are copies: beside the two chunks there are the bytes of a third one in memory.")
          .nextStep("Give each cook a slice: it has its own position and shares the bytes.");
    }
  }
}
