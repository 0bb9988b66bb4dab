package workshop.testkit.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.CallLog;

/**
 * The program that every technique builds: write a file, then read it. Same file, same output, same
 * errors, whoever does the waiting.
 *
 * <p>Each technique's suite extends this class, says how its program is run to the end, and adds
 * what only it can show: who waits where.
 */
@ExerciseSuite
public abstract class WriteThenReadContract {

  /** The name that the program reports, as in the guide. */
  protected static final String NAME = "my_async_file.txt";

  private static final int ORDERS = Integer.getInteger("workshop.orders", 8);

  private static final Duration LATENCY =
      Duration.ofMillis(Integer.getInteger("workshop.disk.latency", 10));

  /** Of the ideal ratio: far less than a right answer reaches on a busy machine. */
  private static final double WANTED_SHARE = 3.0 / 8;

  private static final int ROUNDS = 3;

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  /** Runs the program to its end on {@code file}; throws what leaves it. */
  protected abstract void run(Path file, PrintStream out) throws Exception;

  /**
   * Starts the program for each file and returns; closing the result waits until all have ended.
   * Runs on the test's thread. Each call of the learner's method is recorded in a {@link CallLog},
   * on the thread that makes it.
   */
  protected abstract AutoCloseable startAll(List<Path> files, PrintStream out) throws Exception;

  /** How many orders the technique can have in flight at once; 1 for one that blocks. */
  protected abstract int ordersAtOnce();

  /** The word between "Starting" and "write operation": {@code blocking} or {@code async}. */
  protected abstract String word();

  /** What a learner is to do whose reading ends at a short read. */
  protected String howToReadOn() {
    return "Read until the end of file is reported (-1), and count what really came.";
  }

  @Test
  @Order(1)
  void it_prints_each_step_and_the_text(Disk disk) throws Exception {
    String printed = printedBy(disk);

    if (!printed.equals(expected(TEXT))) {
      throw Diagnosis.observed(difference(expected(TEXT), printed))
          .means("Every technique prints the same, to the letter; others compare the output.")
          .nextStep("Compare line by line: the first line that differs is the one to mend.")
          .evidence("Printed", quoted(printed))
          .evidence("Expected", quoted(expected(TEXT)));
    }
  }

  @Test
  @Order(2)
  void the_file_holds_the_two_lines_and_nothing_else(Disk disk) throws Exception {
    disk.seed(NAME, "an older file, longer than the new one: ".repeat(9));

    printedBy(disk);

    assertThat(disk).file(NAME).startsEmpty().holds(TEXT.getBytes(UTF_8));
  }

  @Test
  @Order(3)
  void partial_writes_and_short_reads_change_nothing(Disk disk) throws Exception {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.READ).atMost(5);

    String printed = printedBy(disk);

    assertThat(disk).file(NAME).holds(TEXT.getBytes(UTF_8));
    if (!printed.equals(expected(TEXT))) {
      throw Diagnosis.observed("At most 5 bytes per read: " + difference(expected(TEXT), printed))
          .means("A read that brings fewer bytes than asked is not the end of the file.")
          .nextStep(howToReadOn())
          .evidence("Printed", quoted(printed));
    }
  }

  @Test
  @Order(4)
  void the_file_is_durable_before_success_is_reported(Disk disk) throws Exception {
    disk.seed(NAME, "");
    AtomicReference<@Nullable Recording> whenReported = new AtomicReference<>();
    PrintStream out =
        new Printed(text -> {
          if (text.contains("Successfully wrote") && !text.contains("Successfully read")) {
            whenReported.compareAndSet(null, disk.recording());
          }
        });

    run(disk.path(NAME), out);

    // Judged afterwards: what is thrown inside println is the program's to catch, and to wrap.
    Recording recording = whenReported.get();
    if (recording != null) {
      somethingIsWritten(recording);
      assertThat(recording).file(NAME).isDurable();
    } else {
      throw Diagnosis.observed("The program came to its end and never said \"Successfully wrote\".")
          .means("Or it said so in the middle of a longer text, printed when all was over.")
          .nextStep("Print each step as it is done, with a println of its own.");
    }
  }

  private static void somethingIsWritten(Recording recording) {
    if (recording.only(Op.WRITE, Op.TRANSFER, Op.MAP).isEmpty()) {
      throw Diagnosis.observed(
              "The program said \"Successfully wrote\" before anything was written.")
          .means("The reader believes it, and a power failure proves it wrong.")
          .nextStep("Report a step after it is done.");
    }
  }

  @Test
  @Order(5)
  void the_text_comes_from_the_disk_and_is_decoded_lossily(Disk disk) throws Exception {
    byte[] changed = {'c', 'a', 'f', (byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xFF};
    // The second open is the one for reading, unless the file was left open between the two.
    AtomicBoolean done = new AtomicBoolean();
    Runnable change =
        () -> {
          if (done.compareAndSet(false, true)) {
            disk.seed(NAME, changed);
          }
        };
    disk.when(Op.OPEN).on(NAME).from(2).then(change);
    disk.when(Op.READ).on(NAME).then(change);

    String printed = printedBy(disk);

    if (!done.get()) {
      throw Diagnosis.observed("The program ended, and no thread had read the file.")
          .means("The program must show what it read: by now the file may hold something else.")
          .nextStep("Read the file, and count and show the bytes that the read brought.")
          .evidence("On the disk", disk.recording());
    }

    String shown = "Successfully read 7 bytes from the file.\nFile Contents:\ncaf\u00e9 \uFFFD\n";
    Matcher count = Pattern.compile("read (\\d+) bytes").matcher(printed);
    boolean textIsRight = printed.endsWith(shown.substring(shown.indexOf("File")));
    if (textIsRight && count.find() && !count.group(1).equals("7")) {
      throw Diagnosis.observed(
              "The file held 7 bytes when it was read, and the program counted %s."
                  .formatted(count.group(1)))
          .means("Characters are no bytes, and what was written is not always what is read.")
          .nextStep("Count the bytes that the read brought, before you decode them.")
          .evidence("Printed", quoted(printed));
    }
    if (!printed.endsWith(shown)) {
      throw Diagnosis.observed(
              "Between writing and reading the file was changed to the 7 bytes"
                  + " 63 61 66 C3 A9 20 FF, and that is not what the program showed.")
          .means(
              "What it shows must be what it read, with the byte FF, which is no UTF-8, as U+FFFD.")
          .nextStep(
              "Count and show the bytes that the read brought, and decode them as UTF-8 with malformed"
                  + " input replaced.")
          .evidence("Printed", quoted(printed))
          .evidence("Expected at the end", quoted(shown));
    }
  }

  @Test
  @Order(6)
  void a_missing_directory_is_an_error_that_names_the_path(Disk disk) {
    Path file = disk.path("no-such-directory").resolve(NAME);

    String printed = failureNames(file);

    assertSilentAfter("Starting " + word() + " write operation...\n", printed);
  }

  @Test
  @Order(7)
  void a_failing_read_is_an_error_that_names_the_path(Disk disk) {
    disk.when(Op.READ).fails("Input/output error");

    String printed = failureNames(disk.path(NAME));

    assertSilentAfter("\nStarting " + word() + " read operation...\n", printed);
  }

  @Test
  @Order(8)
  void a_full_disk_is_an_error_that_names_the_path(Disk disk) {
    disk.when(Op.WRITE).fails("No space left on device");

    String printed = failureNames(disk.path(NAME));

    assertSilentAfter("Starting " + word() + " write operation...\n", printed);
  }

  @Test
  @Order(90)
  void eight_orders_compared_with_blocking(Disk disk) throws Exception {
    // A busy machine only slows a program down, so the best of a few rounds is nearest to the
    // truth.
    Contrast.Measurement measured = measure(disk);
    double wanted = WANTED_SHARE * ordersAtOnce();
    for (int round = 1; round < ROUNDS && measured.contrast().ratio() < wanted; round++) {
      Contrast.Measurement next = measure(disk);
      measured = next.contrast().ratio() > measured.contrast().ratio() ? next : measured;
    }

    Contrast best = measured.contrast();
    RunRecorder.measured("eight orders compared with blocking", best, measured.timeline());
    if (ordersAtOnce() > 1 && best.ratio() < wanted) {
      throw Diagnosis.observed(
              "%d orders took %d ms. A blocking program takes %d ms for them, one after another."
                  .formatted(
                      ORDERS, best.programNanos() / 1_000_000, best.blockingNanos() / 1_000_000))
          .means("The orders wait for one another, although the disk could work on all of them.")
          .nextStep(
              "Find what lets one order begin only when another has ended: a lock, a wait, or one"
                  + " thread for all.");
    }
  }

  private Contrast.Measurement measure(Disk disk) throws Exception {
    return Contrast.measure(
        disk,
        ORDERS,
        LATENCY,
        files -> startAll(files, new PrintStream(OutputStream.nullOutputStream())));
  }

  private String expected(String text) {
    return """
    Starting %1$s write operation...
    Successfully wrote to %2$s

    Starting %1$s read operation...
    Successfully read %3$d bytes from the file.
    File Contents:
    %4$s
    """
        .formatted(word(), NAME, text.getBytes(UTF_8).length, text);
  }

  private String printedBy(Disk disk) throws Exception {
    Printed out = new Printed();
    run(disk.path(NAME), out);
    return out.text();
  }

  /** Returns what was printed before the program failed. */
  private String failureNames(Path file) {
    Printed out = new Printed();
    try {
      run(file, out);
    } catch (Exception e) {
      if (!String.valueOf(e.getMessage()).contains(file.toString())) {
        throw Diagnosis.observed("The program ended with " + e)
            .means("An error without its path leaves people searching: this was " + file + ".")
            .nextStep(
                "Let the message name the file, with its directories, and keep the original error as the"
                    + " cause.")
            .because(e);
      }
      return out.text();
    }
    throw Diagnosis.observed("The disk failed, and the program ended as if nothing had happened.")
        .means("The caller now believes that the file is written and read. It is not.")
        .nextStep("Let the error leave the program, so that its caller learns of it.")
        .evidence("It printed", quoted(out.text()));
  }

  private void assertSilentAfter(String last, String printed) {
    if (!printed.endsWith(last)) {
      throw Diagnosis.observed(
              printed.contains(last)
                  ? "The operation failed, yet the program went on and printed more."
                  : "The operation failed, and the line before it, \""
                      + last.strip()
                      + "\", is missing.")
          .means("A step was not announced, or a success was reported that was none.")
          .nextStep(
              "Announce a step before it, report it after it, and print nothing after an error.")
          .evidence("Printed", quoted(printed));
    }
  }

  /** Returns where two texts part, in words: two blocks of text look alike too easily. */
  private static String difference(String expected, String printed) {
    if (printed.isEmpty()) {
      return "The program printed nothing to the stream that it was given.";
    }
    List<String> wanted = expected.lines().toList();
    List<String> got = printed.lines().toList();
    for (int at = 0; at < Math.min(wanted.size(), got.size()); at++) {
      if (!wanted.get(at).equals(got.get(at))) {
        return "Line %d is \"%s\" and should be \"%s\"."
            .formatted(at + 1, got.get(at), wanted.get(at));
      }
    }
    if (wanted.size() != got.size()) {
      return "%d lines were printed, and %d are expected.".formatted(got.size(), wanted.size());
    }
    return "Every line is right, but the end of the last line is not.";
  }

  private static String quoted(String text) {
    return text.isEmpty()
        ? "  (nothing)"
        : text.lines().map(line -> "  | " + line).collect(Collectors.joining("\n"));
  }

  /** What the program printed, with the line ends of this document instead of the platform's. */
  private static final class Printed extends PrintStream {

    private final ByteArrayOutputStream bytes;

    Printed() {
      this(text -> {});
    }

    /** Shows {@code listener} all that was printed so far, again and again, as it grows. */
    Printed(Consumer<String> listener) {
      this(
          new ByteArrayOutputStream() {
            @Override
            public synchronized void write(int value) {
              super.write(value);
              listener.accept(toString(UTF_8));
            }

            @Override
            public synchronized void write(byte[] some, int offset, int length) {
              super.write(some, offset, length);
              listener.accept(toString(UTF_8));
            }
          });
    }

    private Printed(ByteArrayOutputStream bytes) {
      super(bytes, true, UTF_8);
      this.bytes = bytes;
    }

    String text() {
      return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
  }
}
