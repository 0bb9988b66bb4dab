package workshop.testkit.thread;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the live virtual threads. {@link Thread#getAllStackTraces} leaves them out, so they are
 * read from the thread dump that the JVM writes to a file. That takes about two milliseconds. It is
 * done only while no virtual thread runs: a dump can crash the JVM while one is being mounted or
 * unmounted (JDK 25.0.3).
 *
 * <p>So no failure shows the line of a virtual thread that never stops computing or that keeps
 * sleeping. All others are found, unless {@code jdk.trackAllThreads} is turned off.
 */
final class VirtualThreads {

  /** {@code #35 "name" virtual WAITING 2026-11-23T08:38:22.214Z} */
  private static final Pattern HEAD =
      Pattern.compile("#(?<id>\\d+) \"(?<name>.*)\" virtual(?: (?<state>[A-Z_]+))?.*");

  /** {@code at java.base/java.lang.Thread.sleep(Thread.java:540)}, or {@code loader/module/...}. */
  private static final Pattern FRAME =
      Pattern.compile(
          " +(?:at )?(?:(?:(?<loader>[^ ()/]+)/)?[^ ()/]*/)?(?<type>[^()/]+)\\.(?<method>[^.()/]+)"
              + "\\((?:(?<native>Native Method)|(?<file>[^:()]+)(?::(?<line>\\d+))?)\\)");

  /** How long to wait for a moment at which no virtual thread runs. */
  private static final long RUN_OUT_MILLIS = 250;

  private VirtualThreads() {}

  /** Returns the virtual threads without the JVM's own; empty if one of them keeps running. */
  static Optional<List<ThreadSnapshot>> all() {
    boolean everUsed =
        PlatformThreads.all().stream().anyMatch(PermanentThreads::tellsOfVirtualThreads);
    if (!everUsed) {
      return Optional.of(List.of());
    }
    return Carriers.comeToRest(RUN_OUT_MILLIS) ? Optional.of(dump()) : Optional.empty();
  }

  private static List<ThreadSnapshot> dump() {
    try {
      Path directory = Files.createTempDirectory("threads");
      Path file = directory.resolve("dump.txt");
      try {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
            .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        return parse(Files.readAllLines(file));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM could not write its thread dump", e);
    }
  }

  static List<ThreadSnapshot> parse(List<String> dump) {
    List<ThreadSnapshot> found = new ArrayList<>();
    Matcher head = null;
    List<StackTraceElement> stack = new ArrayList<>();
    for (String line : dump) {
      if (line.startsWith("#") || line.isEmpty()) {
        if (head != null) {
          found.add(thread(head, stack));
        }
        Matcher next = HEAD.matcher(line);
        head = next.matches() ? next : null;
        stack.clear();
      } else if (head != null) {
        Matcher frame = FRAME.matcher(line);
        if (frame.matches()) {
          stack.add(frame(frame));
        }
      }
    }
    if (head != null) {
      found.add(thread(head, stack));
    }
    found.removeIf(PermanentThreads::isPoller);
    return found;
  }

  private static ThreadSnapshot thread(Matcher head, List<StackTraceElement> stack) {
    String state = head.group("state");
    return new ThreadSnapshot(
        Long.parseLong(head.group("id")),
        head.group("name"),
        true,
        true,
        state == null ? Thread.State.RUNNABLE : Thread.State.valueOf(state),
        stack);
  }

  private static StackTraceElement frame(Matcher frame) {
    String line = frame.group("line");
    int number = frame.group("native") != null ? -2 : line == null ? -1 : Integer.parseInt(line);
    return new StackTraceElement(
        frame.group("loader"),
        null,
        null,
        frame.group("type"),
        frame.group("method"),
        frame.group("file"),
        number);
  }
}
