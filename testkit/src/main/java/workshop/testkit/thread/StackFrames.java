package workshop.testkit.thread;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workshop.testkit.diagnosis.LearnerFrames;

/** Names the frames of a stack as a learner knows them. */
final class StackFrames {

  private static final Pattern WATCHED = Pattern.compile("(?:Watched|Filter)([A-Z].*)");

  private static final Set<String> SLEEPS =
      Set.of(
          "Thread.sleep",
          "Thread.yield",
          "TimeUnit.sleep",
          "LockSupport.parkNanos",
          "LockSupport.parkUntil");

  private static final Set<String> TIMERS =
      Set.of(
          "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue",
          "java.util.concurrent.DelayScheduler", // of a ForkJoinPool, such as the common pool
          "java.util.TimerThread");

  private StackFrames() {}

  /** Returns whether the frame is the JVM's glue for a method reference: it has no line. */
  static boolean isReference(StackTraceElement frame) {
    return frame.getClassName().contains("$$Lambda");
  }

  /** Returns whether the frame is a file operation of the operating system. */
  static boolean isFileOperation(StackTraceElement frame) {
    String type = frame.getClassName();
    return (type.startsWith("sun.nio.ch.") && type.endsWith("FileDispatcherImpl"))
        || (type.startsWith("sun.nio.fs.") && type.endsWith("NativeDispatcher"));
  }

  /** Returns whether the call returns after some time, whatever happens. */
  static boolean isSleep(StackTraceElement frame) {
    return SLEEPS.contains(method(frame));
  }

  /** Returns whether the frame is the wait of a timer for its next task. */
  static boolean isTimer(StackTraceElement frame) {
    return TIMERS.contains(frame.getClassName());
  }

  static boolean isGate(StackTraceElement frame) {
    return frame.getClassName().equals("workshop.disk.Gate");
  }

  private static boolean isDisks(String type) {
    return type.startsWith("workshop.disk.");
  }

  /** Returns whether the frame is an internal one that every wait has. */
  static boolean isMachinery(StackTraceElement frame) {
    String type = frame.getClassName();
    return type.startsWith("jdk.internal.")
        || type.startsWith("java.util.concurrent.locks.")
        || type.equals("java.lang.VirtualThread")
        || type.equals("java.lang.System$1")
        || frame.getMethodName().equals("wait0")
        || frame.getMethodName().endsWith("managedBlock");
  }

  /** Returns the class and the method as a learner writes them: {@code CompletableFuture.get}. */
  static String method(StackTraceElement frame) {
    String type = frame.getClassName();
    String simple = type.substring(type.lastIndexOf('.') + 1);
    String nested = simple.substring(simple.lastIndexOf('$') + 1);
    if (!nested.isEmpty() && !Character.isDigit(nested.charAt(0))) {
      simple = nested;
    }
    String method = LearnerFrames.method(frame);
    if (isDisks(type)) {
      // The learner called FileChannel.read, not WatchedFileChannel.read.
      if (simple.equals("PendingResult")) {
        return "Future." + method; // what an AsynchronousFileChannel returns
      }
      Matcher known = WATCHED.matcher(simple);
      return known.matches() ? known.group(1) + "." + method : method;
    }
    return simple + "." + method;
  }
}
