package workshop.testkit.exercise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.assertPrinted;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.assertReadOnce;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.difference;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.end;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.forcedLaterThanReported;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.quoted;
import static workshop.testkit.exercise.WriteThenReadDiagnosis.somethingIsWritten;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.CallLog;

/**
 * The contract of the program that every technique builds: write a file, then read it. The file,
 * the output and the errors are the same for all techniques. Their suites extend this class and add
 * tests about which thread waits where.
 */
@ExerciseSuite
public abstract class WriteThenReadContract {

  /** The name that the program reports, as in the guide. */
  protected static final String NAME = "my_async_file.txt";

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  /** Runs the program on {@code file} to its end. Throws the program's exception. */
  protected abstract void run(Path file, PrintStream out) throws Exception;

  /**
   * Starts the program for each file, on the test's thread. Closing the result waits until all have
   * ended. Each call to the learner's method is recorded in a {@link CallLog}.
   */
  protected abstract AutoCloseable startAll(List<Path> files, PrintStream out) throws Exception;

  /** How many orders the technique can have in flight at the same time; 1 if it blocks. */
  protected abstract int ordersAtOnce();

  /** The word between "Starting" and "write operation": {@code blocking} or {@code async}. */
  protected abstract String word();

  /** Returns the next step for a program that stops at a short read. */
  protected String howToReadOn() {
    return "Read until a read returns -1, and count the bytes that the reads returned.";
  }

  @Test
  @Order(1)
  void it_prints_each_step_and_the_text(Disk disk) throws Exception {
    Printed out = new Printed();

    run(disk.path(NAME), out);

    assertPrinted(expected(NAME, TEXT), out.text());
    if (out.isClosed()) {
      throw Diagnosis.observed("The program closed the stream that it was given to print to.")
          .means("The caller opened the stream and may want to print more.")
          .nextStep("Leave the stream open.");
    }
  }

  @Test
  @Order(2)
  void it_reports_the_name_that_it_was_given(Disk disk) throws Exception {
    String name = "100% of my+notes.txt";
    Printed out = new Printed();

    run(disk.path(name), out);

    assertPrinted(expected(name, TEXT), out.text());
  }

  @Test
  @Order(3)
  void the_file_holds_the_two_lines_and_nothing_else(Disk disk) throws Exception {
    disk.seed(NAME, "an older file, longer than the new one: ".repeat(9));

    printedBy(disk);

    assertThat(disk).file(NAME).startsEmpty().holds(TEXT.getBytes(UTF_8));
  }

  @Test
  @Order(4)
  void partial_writes_and_short_reads_change_nothing(Disk disk) throws Exception {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.READ).atMost(5);

    String printed = printedBy(disk);

    assertThat(disk).file(NAME).holds(TEXT.getBytes(UTF_8));
    if (!printed.equals(expected(NAME, TEXT))) {
      throw Diagnosis.observed(
              "Each read returned at most 5 bytes. " + difference(expected(NAME, TEXT), printed))
          .means(
              "A read may return fewer bytes than you asked for. That is not the end of the file.")
          .nextStep(howToReadOn())
          .evidence("Printed", quoted(printed));
    }
  }

  @Test
  @Order(5)
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

    // Not inside println, where the program could catch the failure.
    Recording recording = whenReported.get();
    if (recording != null) {
      somethingIsWritten(recording);
      forcedLaterThanReported(recording, disk.recording());
      assertThat(recording).file(NAME).isDurable();
    } else {
      throw Diagnosis.observed("The program did not print \"Successfully wrote\" after the write.")
          .means(
              "The program printed nothing, or it printed everything at the end, in one longer"
                  + " text.")
          .nextStep("Print each step when it is done, with its own println.");
    }
  }

  @Test
  @Order(6)
  void the_text_comes_from_the_disk_and_is_decoded_lossily(Disk disk) throws Exception {
    byte[] changed = {'c', 'a', 'f', (byte) 0xC3, (byte) 0xA9, ' ', (byte) 0xFF};
    // The second open is the one for reading, unless the file was still open.
    AtomicBoolean done = new AtomicBoolean();
    Runnable change =
        () -> {
          if (done.compareAndSet(false, true)) {
            disk.seed(NAME, changed);
          }
        };
    disk.when(Op.OPEN).on(NAME).from(2).then(change);
    disk.when(Op.READ).on(NAME).then(change);
    Runnable changeAgain = () -> disk.seed(NAME, "changed after the read");
    disk.when(Op.READ).on(NAME).times(1).then(() -> disk.when(Op.CLOSE).then(changeAgain));

    String printed = printedBy(disk);

    if (!done.get()) {
      throw Diagnosis.observed("The program ended without reading the file.")
          .means(
              "The program must show what it read, because the file may have changed since it was"
                  + " written.")
          .nextStep("Read the file. Count and show the bytes that the read returned.")
          .evidence("On the disk", disk.recording());
    }

    assertReadOnce(printed);
    String shown = "Successfully read 7 bytes from the file.\nFile Contents:\ncaf\u00e9 \uFFFD\n";
    Matcher count = Pattern.compile("read (\\d+) bytes").matcher(printed);
    boolean textIsRight = printed.endsWith(shown.substring(shown.indexOf("File")));
    if (textIsRight && count.find() && !count.group(1).equals("7")) {
      throw Diagnosis.observed(
              "The file held 7 bytes when it was read, but the program counted %s."
                  .formatted(count.group(1)))
          .means(
              "A character can have several bytes, and a file may change before or after the"
                  + " read.")
          .nextStep("Count the bytes that the read returned, before you decode them.")
          .evidence("Printed", quoted(printed));
    }
    if (!printed.endsWith(shown)) {
      throw Diagnosis.observed(
              "Between writing and reading, the test changed the file to the 7 bytes 63 61 66 C3"
                  + " A9 20 FF. The program did not show them.")
          .means(whyOtherText(printed))
          .nextStep(
              "Count and show the bytes that the read returned. Decode them as UTF-8, and replace"
                  + " malformed input.")
          .evidence("Printed", quoted(printed))
          .evidence("Expected at the end", quoted(shown));
    }
  }

  private static String whyOtherText(String printed) {
    if (printed.contains(TEXT)) {
      return "The program must show what it read, not what it wrote.";
    }
    return "The program must show what it read. "
        + (printed.contains("caf\u00c3\u00a9")
            ? "It decoded the bytes with a charset other than UTF-8."
            : "The byte FF is not UTF-8, so it is shown as U+FFFD.");
  }

  @Test
  @Order(7)
  void a_file_that_has_grown_is_shown_to_its_end(Disk disk) throws Exception {
    String book = "one line of many, and none is left out\n".repeat(30_000) + "the end";
    AtomicBoolean done = new AtomicBoolean();
    Runnable change =
        () -> {
          if (done.compareAndSet(false, true)) {
            disk.seed(NAME, book);
          }
        };
    disk.when(Op.OPEN).on(NAME).from(2).then(change);
    disk.when(Op.READ).on(NAME).then(change);

    String printed = printedBy(disk);

    String wanted = "Successfully read %d bytes from the file.".formatted(book.length());
    if (!printed.contains(wanted) || !printed.endsWith(book + "\n")) {
      throw Diagnosis.observed(
              "The file had grown to %,d bytes when it was read. The program printed %,d characters."
                      .formatted(book.length(), printed.length())
                  + printed
                      .lines()
                      .filter(line -> line.startsWith("Successfully read"))
                      .map(line -> " It reported: " + line)
                      .findFirst()
                      .orElse(""))
          .means("The program shows a part of the file as if it were the whole file.")
          .nextStep(howToReadOn());
    }
  }

  @Test
  @Order(8)
  void a_missing_directory_is_an_error_that_names_the_path(Disk disk) {
    Path file = disk.path("no-such-directory").resolve(NAME);

    String printed = failureNames(file);

    assertSilentAfter("Starting " + word() + " write operation...\n", printed);
  }

  @Test
  @Order(9)
  void a_failing_read_is_an_error_that_names_the_path(Disk disk) {
    disk.when(Op.READ).fails("Input/output error");

    String printed =
        failureNames(disk.path("./" + NAME)); // a path that is not in its shortest form

    assertSilentAfter("\nStarting " + word() + " read operation...\n", printed);
  }

  @Test
  @Order(9)
  void a_file_that_was_deleted_before_the_read_is_an_error(Disk disk) throws Exception {
    // The second open is the one for reading, unless the file was still open.
    disk.when(Op.OPEN).on(NAME).from(2).then(() -> delete(disk.path(NAME)));
    Printed out = new Printed();
    try {
      run(disk.path(NAME), out);
    } catch (Exception expected) {
      return; // other tests check it
    }
    if (disk.recording().only(Op.OPEN).events().size() > 1) {
      throw WriteThenReadDiagnosis.createdByTheRead(disk, out.text());
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @Order(10)
  void a_full_disk_is_an_error_that_names_the_path(Disk disk) {
    disk.when(Op.WRITE).fails("No space left on device");

    String printed = failureNames(disk.path(NAME));

    assertSilentAfter("Starting " + word() + " write operation...\n", printed);
  }

  @Test
  @Order(90)
  void eight_orders_compared_with_blocking(Disk disk) throws Exception {
    Contrast.assertOrdersOverlap(
        disk,
        ordersAtOnce(),
        files -> startAll(files, new PrintStream(OutputStream.nullOutputStream())));
  }

  private String expected(String name, String text) {
    return """
    Starting %1$s write operation...
    Successfully wrote to %2$s

    Starting %1$s read operation...
    Successfully read %3$d bytes from the file.
    File Contents:
    %4$s
    """
        .formatted(word(), name, text.getBytes(UTF_8).length, text);
  }

  private String printedBy(Disk disk) throws Exception {
    Printed out = new Printed();
    run(disk.path(NAME), out);
    return out.text();
  }

  /** Expects that the program fails with the path in its message. Returns what it printed. */
  private String failureNames(Path file) {
    Printed out = new Printed();
    try {
      run(file, out);
    } catch (Exception e) {
      if (!String.valueOf(e.getMessage()).contains(file.toString())) {
        throw WriteThenReadDiagnosis.doesNotName(file, e);
      }
      return out.text();
    }
    throw Diagnosis.observed("The disk failed, but the program ended as if nothing had happened.")
        .means("The caller believes that the file was written and read.")
        .nextStep("Let the error leave the program, so that its caller finds out about it.")
        .evidence("Printed", quoted(out.text()));
  }

  private void assertSilentAfter(String last, String printed) {
    String afterwards = printed.substring(Math.min(printed.length(), end(printed, last)));
    Optional<String> next =
        afterwards.lines().filter(line -> line.matches(".*(Successfully|Starting).*")).findFirst();
    if (!printed.contains(last) || next.isPresent()) {
      throw Diagnosis.observed(
              printed.contains(last)
                  ? "The operation failed, but the program continued and printed \""
                      + next.orElseThrow()
                      + "\"."
                  : "The operation failed, but the line \""
                      + last.strip()
                      + "\", which announces it, was not printed.")
          .means(
              printed.contains(last)
                  ? "The output reports success although the program failed."
                  : "A reader of the output cannot see which step failed.")
          .nextStep(
              "Announce each step before it starts, report it after it ends, and stop at an error.")
          .evidence("Printed", quoted(printed));
    }
  }
}
