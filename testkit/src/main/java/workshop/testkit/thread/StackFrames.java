package workshop.testkit.thread;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the frames of a stack as a learner would. */
final class StackFrames {

  private static final Pattern WATCHED = Pattern.compile("(?:Watched|Filter)([A-Z].*)");

  private static final Set<String> SLEEPS =
      Set.of(
          "Thread.sleep",
          "Thread.yield",
          "TimeUnit.sleep",
          "LockSupport.parkNanos",
          "LockSupport.parkUntil");

  private StackFrames() {}

  /**
   * Returns whether the frame is the JVM's glue for a lambda or a method reference. It names the
   * learner's class but no line; it is better than nothing if only a method reference is there.
   */
  static boolean isReference(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  /** Returns whether the frame is a call to the operating system for a file. */
  static boolean isFileOperation(StackTraceElement frame) {
    String type = frame.getClassName();
    return (type.startsWith("sun.nio.ch.") && type.endsWith("FileDispatcherImpl"))
        || (type.startsWith("sun.nio.fs.") && type.endsWith("NativeDispatcher"));
  }

  /** Returns whether the call comes back by itself, whatever happens. */
  static boolean isSleep(StackTraceElement frame) {
    return SLEEPS.contains(method(frame));
  }

  /** Returns whether who stands there stands before something that a test holds. */
  static boolean isGate(StackTraceElement frame) {
    return frame.getClassName().equals("workshop.disk.Gate");
  }

  /** Returns whether a watched disk makes the thread wait, at a gate or because it is slow. */
  static boolean isDiskPause(StackTraceElement frame) {
    return frame.getClassName().equals("workshop.disk.Pause");
  }

  private static boolean isDisks(String type) {
    return type.startsWith("workshop.disk.");
  }

  /**
   * Returns whether the frame is among those that every wait ends in: they say nothing about what
   * is waited for.
   */
  static boolean isMachinery(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("jdk.internal.")
        || type.startsWith("java.util.concurrent.locks.")
        || type.equals("java.lang.VirtualThread")
        || type.equals("java.lang.System$1")
        || frame.getMethodName().equals("wait0")
        || frame.getMethodName().endsWith("managedBlock");
  }

  /** Returns class and method as a learner writes them: {@code CompletableFuture.get}. */
  static String method(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String nested = simple.substring(simple.lastIndexOf('$') + 1);
    if (!nested.isEmpty() && !Character.isDigit(nested.charAt(0))) {
      simple = nested;
    }
    String method = plain(frame.getMethodName());
    if (isDisks(type)) {
      // The learner called FileChannel.read; that a watched one stands in its place is our affair.
      if (simple.equals("PendingResult")) {
        return "Future." + method; // what an AsynchronousFileChannel returns
      }
      Matcher known = WATCHED.matcher(simple);
      return known.matches() ? known.group(1) + "." + method : method;
    }
    return simple + "." + method;
  }

  /** Returns the method's name; a lambda is known by the method that it stands in. */
  static String plain(String method) {
    if (!method.startsWith("lambda$")) {
      return method;
    }
    String rest = method.substring("lambda$".length());
    int number = rest.lastIndexOf('$');
    return number < 0 ? rest : rest.substring(0, number);
  }

  private static String outermost(String type) {
    String simple = type.substring(type.lastIndexOf('.') + 1);
    int nested = simple.indexOf('$');
    return nested < 0 ? simple : simple.substring(0, nested);
  }

  /** Returns file and line, as far as they are known: {@code WriteThenRead.java:23}. */
  static String place(StackTraceElement frame) {
    String file = frame.getFileName();
    return (file == null ? outermost(frame.getClassName()) : file)
        + (frame.getLineNumber() < 0 ? "" : ":" + frame.getLineNumber());
  }
}
