package workshop.testkit.assertion;

import java.util.Locale;
import workshop.disk.EndlessLoop;
import workshop.disk.EndlessLoop.Repeated;
import workshop.testkit.diagnosis.Diagnosis;

/** The words for loops that never end. */
public record EndlessLoopDiagnosis(String name) {

  /** Returns what a learner is told of {@code loop}. */
  public static Diagnosis of(EndlessLoop loop) {
    EndlessLoopDiagnosis words = new EndlessLoopDiagnosis(loop.file());
    return loop.repeated()
        .map(words::repeated)
        .orElseGet(() -> words.endless(loop.operations(), loop.bytes()))
        .evidence("On the disk (the last operations)", loop.last());
  }

  private Diagnosis repeated(Repeated last) {
    if (last.error().isPresent()) {
      return failing(last.times(), last, last.error().get());
    }
    return switch (last.op()) {
      case READ -> read(last.times(), last, last.transferred());
      case WRITE -> write(last.times(), last, last.transferred());
      case TRANSFER -> transfer(last.times(), last);
      default -> other(last.times(), last);
    };
  }

  private Diagnosis read(int times, Repeated request, long transferred) {
    String reads =
        String.format(
            Locale.ROOT, "%,d reads of %s at position %d", times, name, request.position());
    if (transferred < 0) {
      return stopped(reads + ": each returned -1, end of file")
          .means(
              "At the end of the file a read returns -1 at once, however often it is repeated, and"
                  + " leaves the buffer as it is. A loop that waits for a full buffer, or for a"
                  + " number of bytes, never ends.")
          .nextStep("Let the loop end when a read returns -1.");
    }
    if (request.requested() == 0) {
      return stopped(reads + ", into a buffer without room: each returned 0")
          .means(
              "A read brings at most what the buffer has room for. Without room that is nothing, and"
                  + " a loop that waits for the end of the file (-1) never meets it.")
          .nextStep(
              "Make room before the next read: clear() when all bytes were taken out, compact() when"
                  + " some were left.");
    }
    return stopped(reads + ": each brought the same " + bytes(transferred))
        .means(
            "A read at a position that is given as an argument leaves the channel's own position"
                + " alone, and a file that is opened anew begins at 0. Nothing moves on.")
        .nextStep(
            "Read next at the old position plus what this read brought, until it returns -1.");
  }

  private Diagnosis write(int times, Repeated request, long transferred) {
    String writes =
        String.format(
            Locale.ROOT, "%,d writes to %s at position %d", times, name, request.position());
    if (request.requested() == 0) {
      return stopped(writes + ", of a buffer with nothing remaining: each returned 0")
          .means(
              "All that the buffer had is written already, or it still has to be turned around with"
                  + " flip(). Such a write changes nothing, so what the loop waits for never comes.")
          .nextStep(
              "Compare what ends the loop with what write() returns; while the buffer has remaining"
                  + " bytes is the usual condition.");
    }
    return stopped(writes + ": each put the same " + bytes(transferred) + " there")
        .means(
            "Neither the position nor the buffer moves on, so that the same bytes are written over"
                + " and over. A buffer made anew in the loop has all its bytes again.")
        .nextStep(
            "Make the buffer once, before the loop. Write next at the old position plus what this"
                + " write took.");
  }

  private Diagnosis transfer(int times, Repeated request) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d transfers of %s at position %d got no further",
                times,
                name,
                request.position()))
        .means(
            "A transfer that finds nothing to move returns 0 at once, however often it is repeated;"
                + " and its position is an argument, which does not move on by itself.")
        .nextStep("Add what each transfer moved to the position, and end the loop when that is 0.");
  }

  private Diagnosis other(int times, Repeated request) {
    return stopped(
            String.format(Locale.ROOT, "%,d times in a row %s of %s", times, request.op(), name))
        .means("The loop asks again at once, but asking does not change what it waits for.")
        .nextStep("Find the condition that should end the loop, and the code that makes it true.");
  }

  /** So many operations of the same kind failed. */
  private Diagnosis failing(int times, Repeated request, Throwable error) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d times in a row %s of %s failed; the last time with %s",
                times,
                request.op(),
                name,
                error))
        .means("The loop tries again at once, forever, and the caller never learns of the error.")
        .nextStep("Let the error leave the loop, or bound the number of attempts.");
  }

  /** Bytes were moved, and more and more of them. */
  private Diagnosis endless(int operations, long bytes) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d operations on %s, which moved %,d bytes",
                operations,
                name,
                bytes))
        .means("No file of these tests needs nearly as much. A loop never ends.")
        .nextStep(
            "Find what should end the loop, and what changes from one turn to the next. A buffer"
                + " that is made anew, or rewound, in the loop has all its bytes again.");
  }

  private static Diagnosis.Observed stopped(String what) {
    return Diagnosis.observed("An endless loop was stopped after " + what);
  }

  private static String bytes(long count) {
    return count == 1 ? "byte" : count + " bytes";
  }
}
