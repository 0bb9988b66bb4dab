package workshop.offload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 02-7. */
final class WriteDeskDiagnosis {

  private WriteDeskDiagnosis() {}

  static void assertAccepts(Call<?> accept, Gate held) {
    try {
      accept.returnsWhileHeld(held);
    } catch (RejectedExecutionException full) {
      throw refusesWhileOpen(full);
    }
  }

  private static Diagnosis refusesWhileOpen(RejectedExecutionException refusal) {
    return Diagnosis.observed("accept() rejected an order although the desk is open: " + refusal)
        .means("Any number of orders may wait. This order is lost.")
        .nextStep(
            "Use a queue without a limit: accept() rejects orders only after close() has begun.")
        .because(refusal);
  }

  static void assertTwo(List<String> writers) {
    if (writers.size() > 2) {
      throw Diagnosis.observed("Two writer threads are allowed, but these are alive: " + writers)
          .means("More than two orders are written at the same time.")
          .nextStep("Keep the pool of two threads: the other orders wait in its queue.");
    }
  }

  static void assertReportsTheError(Path file, IOException thrown) {
    if (!names(file, thrown)) {
      throw Diagnosis.observed(
              "The write of %s threw an Error, but close() did not report that file. It threw: %s"
                  .formatted(file.getFileName(), thrown))
          .means("The caller believes that this file was written.")
          .nextStep(
              "A catch block for IOException does not catch an Error. Ask the future, which keeps"
                  + " any Throwable, or catch Throwable.")
          .because(thrown);
    }
  }

  private static Diagnosis threadsLeft(List<String> writers) {
    return Diagnosis.observed("close() returned, but these threads are still alive: " + writers)
        .means("These threads wait for orders forever and keep the program from ending.")
        .nextStep("Always shut down the pool, even after the patience has run out.");
  }

  static Diagnosis notDone(List<Integer> lost, Recording recording) {
    return Diagnosis.observed(
            "close() returned without an error, but %d of 5 accepted orders were not written: %s"
                .formatted(lost.size(), lost))
        .means("The caller believes that all orders were written, and may end the program now.")
        .nextStep(
            "First call shutdown(), which lets the accepted orders continue. Then call"
                + " awaitTermination(), which returns when the last of them has ended.")
        .evidence("On the disk", recording);
  }

  static Diagnosis waitedForEach(int orders, long waits) {
    return Diagnosis.observed(
            "With %d orders under way, close() waited %d times, about once for each order."
                .formatted(orders, waits))
        .means(
            "The patience is one limit for all orders together. A minute for each of 40 orders is"
                + " 40 minutes.")
        .nextStep(
            "Wait once for all of them, with awaitTermination(). Or limit each wait to what is left"
                + " of the patience.");
  }

  /** Expects that the writers end and leave the first five orders unwritten. */
  static void assertStopped(String when, StartedThreads writers, Disk disk) {
    Eventually.orElse(() -> writers.alive().isEmpty(), () -> threadsLeft(writers.alive()));
    List<Integer> later = writtenOf(5, disk);
    if (!later.isEmpty()) {
      throw Diagnosis.observed(
              when + ", close() returned, but these orders were written later: " + later)
          .means("The caller treats these files as lost, but a late write still changes them.")
          .nextStep("Cancel every order that has not ended, queued or running, before you report.")
          .evidence("On the disk", disk.recording());
    }
  }

  /** Returns which of the first {@code count} orders are written. */
  static List<Integer> writtenOf(int count, Disk disk) {
    return IntStream.rangeClosed(1, count)
        .filter(i ->
            disk.exists(WriteDeskTest.name(i))
                && Arrays.equals(WriteDeskTest.content(i), disk.contents(WriteDeskTest.name(i))))
        .boxed()
        .toList();
  }

  /** Two orders began in time. The third open in the recording is one too many. */
  static Diagnosis begunLater(Recording recording) {
    Path third = recording.only(Op.OPEN).events().get(2).file().getFileName();
    return Diagnosis.observed(
            "After the patience had run out, a writer began %s, which was in the queue."
                .formatted(third))
        .means(
            "When you cancel a running order, its writer takes the next order from the queue. The"
                + " writer then empties the next order's file before you cancel that order, too.")
        .nextStep(
            "Empty the queue before you interrupt a writer. shutdownNow() does both in this order.")
        .evidence("On the disk", recording);
  }

  /** Expects that accept() rejects at once, even while close() is still waiting. */
  static void assertRefuses(Call<?> accept) {
    Eventually.orElse(
        accept::hasEnded,
        () ->
            Diagnosis.observed(
                    "While close() was waiting, accept() blocked: its thread "
                        + ThreadSnapshot.of(accept.thread()))
                .means("accept() must never block, because its caller may be an event loop.")
                .nextStep("Hold no lock while you wait: only shutdown() belongs inside the lock."));
    try {
      accept.returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw Diagnosis.observed("While close() was waiting, accept() returned normally.")
        .means("If new orders keep coming in, the desk may never close, or it loses some of them.")
        .nextStep("Reject orders from the moment close() is called: shut down the pool first.");
  }

  static Diagnosis skippedTheEmptyOne() {
    return Diagnosis.observed("An order with empty content was accepted but never written.")
        .means("The caller finds no file, or the old content, where it expects an empty file.")
        .nextStep("Write empty content like any other.");
  }

  static Diagnosis acceptedAfterTheClose() {
    return Diagnosis.observed("accept() returned normally after close().")
        .means("This order is never written, and the caller does not find out.")
        .nextStep("Let the RejectedExecutionException of the closed pool leave accept().");
  }

  static Diagnosis forgotTheFirst(Recording recording) {
    return Diagnosis.observed(
            "Of two orders for one file, the first failed and the second was written, but close()"
                + " threw nothing.")
        .means(
            "In a map with the path as its key, the second order replaces the first, and the"
                + " failure of the first is lost.")
        .nextStep("Keep every accepted order, for example in a list.")
        .evidence("On the disk", recording);
  }

  static Diagnosis readTheArrayLater() {
    return Diagnosis.observed(
            "The caller changed its array after accept(), and the changed bytes were written.")
        .means("accept() returns at once, so its caller may use the array again.")
        .nextStep("Copy the content in accept(): content.clone().");
  }

  static Diagnosis daemons() {
    return Diagnosis.observed(
            "A daemon thread called accept(), and the writers became daemons as well.")
        .means("The JVM does not wait for daemons: it may end in the middle of a write.")
        .nextStep("Keep daemon(false) where the threads are created.");
  }

  static void assertKeepsTheCause(IOException reason, IOException error) {
    boolean kept =
        Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
            .flatMap(each -> Stream.iterate(each, at -> at != null, Throwable::getCause))
            .anyMatch(each -> each == reason);
    if (!kept) {
      throw Diagnosis.observed(
              ("A write failed with \"%s\", but that error is not among the causes of what close()"
                      + " threw: %s")
                  .formatted(reason.getMessage(), error))
          .means(
              "The report says which file was lost, but not why: the disk's own error is missing.")
          .nextStep("Make the future's exception the cause: exceptionNow() returns it.")
          .because(error);
    }
  }

  static Diagnosis reportedOnce() {
    return Diagnosis.observed(
            "The first close() reported unwritten orders, but a second close() did not report all"
                + " of them.")
        .means("The caller of the second close() believes that everything was written.")
        .nextStep("Ask each future for its state in every call: only SUCCESS means written.");
  }

  static Diagnosis overflow(ArithmeticException overflow) {
    return Diagnosis.observed(
            "With the longest patience, Duration.ofSeconds(Long.MAX_VALUE), close() threw "
                + overflow)
        .means(
            "Duration.toNanos() overflows above 292 years, and toMillis() above 292 million years.")
        .nextStep(
            "Use TimeUnit.NANOSECONDS.convert(patience), which returns Long.MAX_VALUE instead of"
                + " overflowing.")
        .because(overflow);
  }

  static Diagnosis hadNoPatience() {
    return Diagnosis.observed("The patience was 900 ms, but close() did not wait at all.")
        .means(
            "Rounded down to whole seconds, 900 ms is 0. Orders that could have been written were"
                + " canceled.")
        .nextStep("Wait in nanoseconds: TimeUnit.NANOSECONDS.convert(patience).");
  }

  static Diagnosis gaveUpInSilence() {
    return Diagnosis.observed(
            "The patience ran out before any order was written, but close() threw no IOException.")
        .means("The caller believes that all files were written.")
        .nextStep("After the wait, ask each future how it ended, and report the unwritten orders.");
  }

  static Diagnosis silentWhenInterrupted() {
    return Diagnosis.observed(
            "close() was interrupted before any order was written, but it threw no IOException.")
        .means("The caller believes that all files were written.")
        .nextStep("Report the unwritten orders after an interrupt as well: do not return early.");
  }

  static IOException assertReports(Call<?> close) {
    return assertReports(
        close,
        () ->
            Diagnosis.observed(
                    "Not every accepted order was written, but close() threw no IOException.")
                .means(
                    "The failure is in a future that no code looks at. The caller of close()"
                        + " believes that all files were written.")
                .nextStep(
                    "Keep the future of each order, and ask each of them in close() how it"
                        + " ended."));
  }

  static IOException assertReports(Call<?> close, Supplier<Diagnosis> nothingThrown) {
    Eventually.orElse(close::hasEnded, () -> waitsOn(close));
    try {
      return close.fails(IOException.class);
    } catch (Diagnosis other) {
      // The exception that it threw instead of an IOException explains more.
      throw other.getCause() == null ? nothingThrown.get() : other;
    }
  }

  static void assertReturns(Call<?> close) {
    Eventually.orElse(
        close::hasEnded,
        () ->
            Diagnosis.observed(
                    "close() still waits, although the disk no longer holds the writers: "
                        + ThreadSnapshot.of(close.thread()))
                .means(
                    "The patience is the longest time that close() may wait, not the time"
                        + " that it has to wait.")
                .nextStep("Use a wait that ends when the last order ends: awaitTermination() does.")
                .evidence("Where your threads are", ThreadSnapshot.inLearnersCode()));
    close.returns();
  }

  static Diagnosis waitsOn(Call<?> close) {
    if (close.thread().getState() == Thread.State.TIMED_WAITING) {
      return Diagnosis.observed(
              "close() waits longer than it may: " + ThreadSnapshot.of(close.thread()))
          .means(
              "The patience limits all waits of close() together, including those after the"
                  + " cancel.")
          .nextStep(
              "Wait for the given patience, cancel the unwritten orders, and do not wait again.");
    }
    return Diagnosis.observed("close() never returns: " + ThreadSnapshot.of(close.thread()))
        .means("The patience has run out, or the caller was interrupted, but the wait never ends.")
        .nextStep(
            "Wait with a limit, and stop waiting when the limit is reached or an interrupt"
                + " arrives.");
  }

  static void assertNames(Path file, IOException error) {
    if (!names(file, error) && names(file.getFileName(), error)) {
      throw Diagnosis.observed(
              "close() named %s without its directories. It threw: %s"
                  .formatted(file.getFileName(), error))
          .means("The person who reads the error has to search for the file.")
          .nextStep("Put the path into the message as it was given.")
          .because(error);
    }
    if (!names(file, error)) {
      throw Diagnosis.observed(
              "close() did not report %s, which was not written. It threw: %s"
                  .formatted(file.getFileName(), error))
          .means("The caller believes that this file was written.")
          .nextStep(
              "Report each file that was not written: throw the first exception, and add the others"
                  + " with addSuppressed().")
          .because(error);
    }
  }

  static boolean names(Path file, IOException error) {
    return Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
        .anyMatch(each -> String.valueOf(each.getMessage()).contains(file.toString()));
  }

  static void assertNamesNoneOf(IOException error, Disk disk, int... orders) {
    for (int order : orders) {
      if (names(disk.path(WriteDeskTest.name(order)), error)) {
        throw Diagnosis.observed(
                "close() reported %s, although that file was written. It threw: %s"
                    .formatted(WriteDeskTest.name(order), error))
            .means("The caller cannot tell which files are lost.")
            .nextStep("Report only what was not written: ask each future how it ended.")
            .because(error);
      }
    }
  }
}
