package workshop.testkit.exercise;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import workshop.disk.ArrivalsError;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.MissingFileError;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.disk.Recording;
import workshop.testkit.assertion.DiskDiagnosis;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.assertion.WaitDiagnosis;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.diagnosis.LearnerFrames;
import workshop.testkit.thread.AwaitilityDefaults;
import workshop.testkit.thread.AwaitilityDefaults.InVain;

/** Tells in words of a learner what left the code under test where a test expected no error. */
final class UnexpectedErrorDiagnosis {

  private final LearnerFrames learners;

  UnexpectedErrorDiagnosis(Class<?> suite) {
    this.learners = new LearnerFrames(suite, Answer.examined());
  }

  /**
   * Returns what a test shall fail with in place of {@code thrown}: the {@link Diagnosis} that is
   * somewhere among its causes, a stub's TODO as it is, and anything else explained, with {@code
   * thrown} as its cause and with its stack.
   *
   * @param disk whose files are called by their names in it, and what it saw is shown
   */
  Throwable explain(Throwable thrown, Disk disk) {
    for (Throwable at : LearnerFrames.causes(thrown)) {
      if (at instanceof Diagnosis || isTodo(at)) {
        return at; // what a suite says, or a stub, reaches us wrapped by futures and the like
      }
      Optional<InVain> inVain = AwaitilityDefaults.explain(at);
      if (inVain.isPresent()) {
        return OnDisk.shown(WaitDiagnosis.of(inVain.get(), at), disk);
      }
      if (at instanceof ArrivalsError || at instanceof MissingFileError) {
        return DiskDiagnosis.of((AssertionError) at);
      }
    }
    if (thrown instanceof TestAbortedException
        || thrown instanceof AssertionError
        || thrown instanceof VirtualMachineError) {
      return thrown;
    }
    List<StackTraceElement> lines = learners.of(thrown);
    Diagnosis told = told(thrown, lines, disk);
    if (!lines.isEmpty()) {
      told = told.evidence("In your code", LearnerFrames.shown(lines));
    }
    Recording seen = disk.recording();
    if (!seen.isEmpty()) {
      told = told.evidence("On the disk", seen.last(12));
    }
    told = told.because(thrown);
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }

  /** Returns the learner's lines as evidence for a failure that was thrown in their code. */
  Diagnosis withLines(Diagnosis failure, @Nullable Throwable thrown) {
    List<StackTraceElement> lines = thrown == null ? List.of() : learners.of(thrown);
    return lines.isEmpty() ? failure : failure.evidence("In your code", LearnerFrames.shown(lines));
  }

  private Diagnosis told(Throwable thrown, List<StackTraceElement> lines, Disk disk) {
    Throwable error = unwrapped(thrown);
    if (error instanceof NullPointerException && learners.isTheSuites(error)) {
      return Diagnosis.observed(
              "A null came out of your code, and the test stumbled over it" + message(error))
          .means("Somewhere it returns null instead of a result: callers cannot go on with that.")
          .nextStep("Return what the comment in the starter promises; if there is nothing, throw.");
    }
    String place = lines.isEmpty() ? "" : " at " + LearnerFrames.place(lines.getFirst());
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "Your code ended with "
                + error.getClass().getSimpleName()
                + place
                + message(error).replace(disk.directory() + File.separator, ""));
    for (Throwable cause : LearnerFrames.causes(error)) {
      if (cause instanceof NoSuchFileException missing && isMadeLater(missing, disk)) {
        return observed
            .means(
                "When the code looked for it, it was not there yet: the step that makes it had not"
                    + " ended. Steps that only stand one below the other run side by side.")
            .nextStep(
                "Let the reading begin when the writing is done: inside compose() in Vert.x, and"
                    + " thenCompose() with CompletableFuture.");
      }
      if (cause instanceof FileSystemException
          || cause instanceof ClosedChannelException
          || cause instanceof CharacterCodingException) {
        return explained(observed, cause); // tells more than what a learner may have put around it
      }
    }
    if (error instanceof IOException && hasRefusedNothing(disk.recording())) {
      return observed
          .means("No operation on the disk had failed: your code took what it saw for an error.")
          .nextStep(
              "Look below at what came before. A short read or write, for instance, is no error but a"
                  + " reason to go on.");
    }
    if (lines.isEmpty() && !(error instanceof IOException)) {
      return observed
          .means("The test expected your code to come to its end, and this error left it.")
          .nextStep(
              "No line of yours is in its stack, because another thread met it. See below what the"
                  + " disk was asked for last: the call behind that is the one to look at.");
    }
    return explained(observed, error);
  }

  /** Tells whether somebody was not yet done with making the file when another looked for it. */
  private static boolean isMadeLater(NoSuchFileException missing, Disk disk) {
    List<DiskEvent> openings =
        disk.recording().only(Op.OPEN).events().stream()
            .filter(event -> event.file().toString().equals(missing.getFile()))
            .toList();
    return openings.stream()
        .filter(event -> event.outcome() instanceof Outcome.Failed)
        .anyMatch(missed ->
            openings.stream()
                .filter(event -> !(event.outcome() instanceof Outcome.Failed))
                .filter(event -> event.options().contains(StandardOpenOption.CREATE))
                .anyMatch(making -> making.endNanos() > missed.startNanos()));
  }

  private static boolean hasRefusedNothing(Recording seen) {
    return !seen.isEmpty()
        && seen.events().stream().noneMatch(event -> event.outcome() instanceof Outcome.Failed);
  }

  private static Diagnosis explained(Diagnosis.Observed observed, Throwable error) {
    return switch (error) {
      case NoSuchFileException _ ->
          observed
              .means(
                  "There is no file of this name now, nor is it made: or a directory above it"
                      + " is missing.")
              .nextStep(
                  "To write, ask for a file that is made when it is absent: CREATE, which counts"
                      + " only beside WRITE. To read, look whether it was moved or deleted before.");
      case FileAlreadyExistsException _ ->
          observed
              .means("Something of this name is there already, and the call refuses to replace it.")
              .nextStep(
                  "Use the option that takes what is there (CREATE instead of CREATE_NEW,"
                      + " REPLACE_EXISTING), if that is what the task asks for.");
      case ClosedByInterruptException _ ->
          observed
              .means("The thread was interrupted, and that closes the channel it works with.")
              .nextStep("See who interrupts it, and what should become of the file then.");
      case ClosedChannelException _ ->
          observed
              .means(
                  "The channel was closed already: its try-with-resources block had ended, or"
                      + " another thread closed it.")
              .nextStep("Do all that needs the channel before the block ends, or close it later.");
      case NonReadableChannelException _ ->
          observed
              .means("The file was opened for writing only.")
              .nextStep("Open it with READ, too; CREATE and WRITE alone do not include it.");
      case NonWritableChannelException _ ->
          observed
              .means("The file was opened for reading only, which is what happens without options.")
              .nextStep("Open it with WRITE.");
      case BufferOverflowException _ ->
          observed
              .means("More was put into a buffer than there was room for, from position to limit.")
              .nextStep(
                  "Put only what fits, make the buffer larger, or empty it before the next round.");
      case BufferUnderflowException _ ->
          observed
              .means("More was taken out of a buffer than was there, from position to limit.")
              .nextStep(
                  "Ask remaining() how much there is; after filling, flip() before taking out.");
      case CharacterCodingException _ ->
          observed
              .means("The decoder is strict: bytes that are no text in this charset are an error.")
              .nextStep(
                  "Leave bytes as they are where no text is needed. Where a text is, and all of it is to"
                      + " be shown, ask the decoder to replace what is malformed.");
      case IndexOutOfBoundsException _ -> aCount(observed, error);
      case NegativeArraySizeException _ -> aCount(observed, error);
      case IllegalArgumentException _ -> aCount(observed, error);
      case IOException _ ->
          observed
              .means("An operation on a file failed where the test had put nothing in the way.")
              .nextStep(
                  "Follow the message: look at the path, at how the file is opened, at its state.");
      default ->
          observed
              .means("The test expected your code to come to its end, and this error left it.")
              .nextStep("Begin at the line named first; what led there comes after it.");
    };
  }

  private static Diagnosis aCount(Diagnosis.Observed observed, Throwable error) {
    return message(error).contains("-1")
        ? observed
            .means("A -1 was used as a number of bytes: it is how a read says end of file.")
            .nextStep("Ask for -1 first, and use the count only if it is another one.")
        : observed
            .means("The call cannot work with one of its arguments.")
            .nextStep("Compare the numbers in the message with what you meant to pass.");
  }

  /** What futures, streams and static fields put around an error says nothing about it. */
  private static Throwable unwrapped(Throwable thrown) {
    Throwable at = thrown;
    for (Throwable cause : LearnerFrames.causes(thrown)) {
      at = cause;
      if (!(cause instanceof CompletionException
          || cause instanceof ExecutionException
          || cause instanceof ExceptionInInitializerError
          || cause instanceof UncheckedIOException)) {
        return cause;
      }
    }
    return at;
  }

  private static String message(Throwable error) {
    String message = error.getMessage();
    return message == null ? "" : ": " + FailureReport.shortened(message);
  }

  private static boolean isTodo(Throwable thrown) {
    return thrown instanceof UnsupportedOperationException
        && String.valueOf(thrown.getMessage()).startsWith("TODO(");
  }
}
