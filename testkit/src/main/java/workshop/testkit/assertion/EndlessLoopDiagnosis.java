package workshop.testkit.assertion;

import java.util.Locale;
import workshop.disk.EndlessLoop;
import workshop.disk.EndlessLoop.Repeated;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains an endless loop to a learner. */
public record EndlessLoopDiagnosis(String name) {

  /** Returns the explanation of {@code loop}. */
  public static Diagnosis of(EndlessLoop loop) {
    EndlessLoopDiagnosis words = new EndlessLoopDiagnosis(loop.file());
    return loop.repeated()
        .map(last ->
            last.op() == Op.TRANSFER && loop.last().events().getLast().writes()
                ? words.transferFrom(last)
                : words.repeated(last))
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
              "At the end of the file, every read returns -1 and does not change the buffer. A"
                  + " loop that waits for a full buffer, or for a number of bytes, never ends.")
          .nextStep("End the loop when a read returns -1.");
    }
    if (request.requested() == 0) {
      return stopped(reads + ", into a buffer without room: each returned 0")
          .means(
              "A read cannot return more bytes than the buffer has room for. If the buffer is"
                  + " full, it returns 0, so a loop that waits for the end of the file (-1) never"
                  + " ends.")
          .nextStep(
              "Make room before the next read: with clear() if you have used all bytes, with"
                  + " compact() if some are left.");
    }
    return stopped(reads + ": each returned the same " + bytes(transferred))
        .means(
            "A read with a position argument does not move the channel's own position, and a file"
                + " that is opened again starts at 0.")
        .nextStep(
            "After each read, add the number of bytes it returned to the position. Stop at -1.");
  }

  private Diagnosis write(int times, Repeated request, long transferred) {
    String writes =
        String.format(
            Locale.ROOT, "%,d writes to %s at position %d", times, name, request.position());
    if (request.requested() == 0) {
      return stopped(writes + ", of a buffer with nothing remaining: each returned 0")
          .means(
              "All bytes of the buffer are already written, or you forgot to call flip(). Writing"
                  + " an empty buffer changes nothing, so the loop never ends.")
          .nextStep("Loop while the buffer has remaining bytes, and check what write() returns.");
    }
    return stopped(writes + ": each wrote the same " + bytes(transferred))
        .means(
            "Neither the position nor the buffer advances, so the same bytes are written again and"
                + " again. If you create the buffer in the loop, each round starts with all its"
                + " bytes again.")
        .nextStep(
            "Create the buffer once, before the loop. After each write, add the number of bytes it"
                + " took to the position.");
  }

  private Diagnosis transfer(int times, Repeated request) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d transfers of %s at position %d, which moved nothing",
                times,
                name,
                request.position()))
        .means(
            "A transfer that finds nothing to move returns 0, however often you repeat it. Its"
                + " position is an argument and does not advance by itself.")
        .nextStep(
            "After each transfer, add the number of bytes it moved to the position. Stop when a"
                + " transfer moves 0 bytes.");
  }

  private Diagnosis transferFrom(Repeated request) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d calls of transferFrom for %s at position %d, which moved nothing",
                request.times(),
                name,
                request.position()))
        .means(FileDiagnosis.LOST_IN_A_TRANSFER)
        .nextStep(FileDiagnosis.KEEP_WHAT_REMAINS);
  }

  private Diagnosis other(int times, Repeated request) {
    return stopped(
            String.format(Locale.ROOT, "%s of %s, %,d times in a row", request.op(), name, times))
        .means("The loop repeats the same operation, which changes nothing.")
        .nextStep("Find the condition that should end the loop, and the code that makes it true.");
  }

  private Diagnosis failing(int times, Repeated request, Throwable error) {
    return stopped(
            String.format(
                Locale.ROOT,
                "%s of %s failed %,d times in a row, the last time with %s",
                request.op(),
                name,
                times,
                error))
        .means("The loop tries again forever, and the caller never finds out about the error.")
        .nextStep("Let the error leave the loop, or limit the number of attempts.");
  }

  private Diagnosis endless(int operations, long bytes) {
    if (bytes > 0 && bytes <= operations) {
      return Diagnosis.observed(
              String.format(
                  Locale.ROOT,
                  "Your code was stopped after %,d operations on %s, each of which moved one byte",
                  operations,
                  name))
          .means("Each operation is a system call, no matter how few bytes it moves.")
          .nextStep(
              "Move blocks of a few kilobytes. Before each read, give the buffer its full"
                  + " capacity again: clear() does that, flip() does not.");
    }
    return stopped(
            String.format(
                Locale.ROOT,
                "%,d operations on %s, which moved %,d bytes",
                operations,
                name,
                bytes))
        .means(
            "No file in these tests needs that many operations, so one of your loops never ends.")
        .nextStep(
            "Find what should end the loop, and what changes from one round to the next. If"
                + " you create or rewind the buffer inside the loop, every round starts with the"
                + " same bytes.");
  }

  private static Diagnosis.Observed stopped(String what) {
    return Diagnosis.observed("An endless loop was stopped after " + what);
  }

  private static String bytes(long count) {
    return count == 1 ? "byte" : count + " bytes";
  }
}
