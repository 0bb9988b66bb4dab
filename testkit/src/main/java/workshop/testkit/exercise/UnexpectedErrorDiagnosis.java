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
import java.util.IllegalFormatException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.awaitility.core.TerminalFailureException;
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
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.diagnosis.LearnerFrames;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.AwaitilityDefaults;

/** Explains an exception of the code under test if the test did not expect one. */
final class UnexpectedErrorDiagnosis {

  private final LearnerFrames learners;

  UnexpectedErrorDiagnosis(Class<?> suite) {
    this.learners = new LearnerFrames(suite, Answer.examined());
  }

  /**
   * Returns the failure to throw instead of {@code thrown}: a {@link Diagnosis} or a stub's TODO
   * among its causes, or else an explanation with {@code thrown} as its cause.
   */
  Throwable explain(Throwable thrown, Disk disk) {
    for (Throwable at : LearnerFrames.causes(thrown)) {
      if (at instanceof Diagnosis quiet && thrown instanceof TerminalFailureException) {
        return OnDisk.shown(quiet, disk); // a wait that gave up
      }
      if (at instanceof Diagnosis || Await.isTodo(at)) {
        return at; // for example, a future may wrap the failure of a suite or of a stub
      }
      Optional<Diagnosis> gaveUp = AwaitilityDefaults.explain(at);
      if (gaveUp.isPresent()) {
        return OnDisk.shown(gaveUp.get(), disk);
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
    if (!disk.recording().isEmpty()) {
      told = OnDisk.shown(told, disk);
    }
    told = told.because(thrown);
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }

  /** Returns {@code failure} with the learner's lines of {@code thrown} as evidence. */
  Diagnosis withLines(Diagnosis failure, @Nullable Throwable thrown) {
    List<StackTraceElement> lines = thrown == null ? List.of() : learners.of(thrown);
    return lines.isEmpty() ? failure : failure.evidence("In your code", LearnerFrames.shown(lines));
  }

  private Diagnosis told(Throwable thrown, List<StackTraceElement> lines, Disk disk) {
    Throwable error = unwrapped(thrown);
    if (error instanceof NullPointerException && learners.isTheSuites(error)) {
      return Diagnosis.observed(
              "Your code returned null, and the test failed on it" + message(error))
          .means("A caller uses the result without checking it for null.")
          .nextStep(
              "Return what the comment in the starter promises. If you have nothing to return,"
                  + " throw an exception.");
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
                "The file was not there yet: the step that creates it had not ended. Asynchronous"
                    + " steps run at the same time unless you chain them.")
            .nextStep(
                "Start the read when the write is done: inside compose() in Vert.x, and inside"
                    + " thenCompose() with CompletableFuture.");
      }
      if (cause instanceof FileSystemException
          || cause instanceof ClosedChannelException
          || cause instanceof CharacterCodingException) {
        return explained(observed, cause); // says more than an exception that wraps it
      }
    }
    if (error instanceof IOException && hasRefusedNothing(disk.recording())) {
      return observed
          .means(
              "No operation on the disk had failed: your code treated a normal result as an error.")
          .nextStep(
              "See the last operations below. After a short read or a partial write, for example,"
                  + " the code must continue.");
    }
    if (lines.isEmpty() && !(error instanceof IOException)) {
      return observed
          .means("The test expected your code to end without an error.")
          .nextStep(
              "The stack trace has no line of your code, because the error happened on"
                  + " another thread. Find the call in your code that started the last operation"
                  + " below.");
    }
    return explained(observed, error);
  }

  /** Returns whether another operation created the file later. */
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
              .means("The file does not exist, or a directory above it is missing.")
              .nextStep(
                  "To write, open the file with CREATE and WRITE: without WRITE, CREATE has no"
                      + " effect. To read, check whether the file was moved or deleted earlier.");
      case FileAlreadyExistsException _ ->
          observed
              .means("A file with this name already exists, and the call refuses to replace it.")
              .nextStep(
                  "If the old file may be replaced, use an option that accepts it: CREATE instead"
                      + " of CREATE_NEW, or REPLACE_EXISTING.");
      case ClosedByInterruptException _ ->
          observed
              .means(
                  "The thread was interrupted, and the interrupt closed the channel that the thread"
                      + " was using.")
              .nextStep(
                  "Find the code that interrupts the thread, and decide what should happen to the"
                      + " file.");
      case ClosedChannelException _ ->
          observed
              .means(
                  "The channel was already closed: its try-with-resources block had ended, or"
                      + " another thread closed it.")
              .nextStep("Use the channel before the block ends, or close the channel later.");
      case NonReadableChannelException _ ->
          observed
              .means("The file was opened for writing only.")
              .nextStep("Open the file with READ as well: CREATE and WRITE do not include READ.");
      case NonWritableChannelException _ ->
          observed
              .means("The file was opened for reading only, which is the default.")
              .nextStep("Open the file with WRITE.");
      case IllegalFormatException _ ->
          observed
              .means("printf() and format() replace each % in their first argument with a value.")
              .nextStep("Pass the text as a value: printf(\"%s%n\", text). Or use print().");
      case BufferOverflowException _ ->
          observed
              .means(
                  "A buffer has room only from its position to its limit. Your code went beyond the"
                      + " limit.")
              .nextStep(
                  "Put in only what fits, use a larger buffer, or empty the buffer before the next"
                      + " round.");
      case BufferUnderflowException _ ->
          observed
              .means(
                  "A buffer has bytes only from its position to its limit. Your code went beyond"
                      + " the limit.")
              .nextStep(
                  "Take at most remaining() bytes. After you have filled a buffer, call flip()"
                      + " before you take bytes out.");
      case CharacterCodingException _ ->
          observed
              .means("The decoder is strict: bytes that are not text in this charset are an error.")
              .nextStep(
                  "If you do not need text, keep the bytes. If you need text, tell the decoder to"
                      + " replace malformed input.");
      case IllegalStateException _ when message(error).contains("new state = FLUSHED") ->
          observed
              .means("flush() was called on a decoder that does not know the end of its input.")
              .nextStep("Before the flush, call decode() with endOfInput set to true.");
      case IndexOutOfBoundsException _ -> aCount(observed, error);
      case NegativeArraySizeException _ -> aCount(observed, error);
      case IllegalArgumentException _ -> aCount(observed, error);
      case IOException _ ->
          observed
              .means("An operation on a file failed. The test did not cause this error.")
              .nextStep("Read the message, and check the path and the options of the file.");
      default ->
          observed
              .means("The test expected your code to end without an error.")
              .nextStep(
                  "Start at the line of your code that is named above. The list below shows which"
                      + " lines led there.");
    };
  }

  private static Diagnosis aCount(Diagnosis.Observed observed, Throwable error) {
    return message(error).contains("-1")
        ? observed
            .means(
                "Your code used -1 as a number of bytes, but that is what a read returns at the"
                    + " end of file.")
            .nextStep("Check for -1 before you use the count.")
        : observed
            .means("An argument of this call is not valid.")
            .nextStep("Compare the numbers in the message with what you meant to pass.");
  }

  /** Removes the exceptions that futures, streams and static fields put around an error. */
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
}
