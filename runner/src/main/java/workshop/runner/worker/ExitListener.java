package workshop.runner.worker;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Reports a call to {@code System.exit}, and the line that made it, before the call ends this JVM.
 * The JDK logs each call with its stack, and this class listens to the logger.
 */
final class ExitListener extends Handler {

  /**
   * Held forever, because the JDK references loggers weakly, and a new logger would not have this
   * listener.
   */
  private static final Logger EXITS = Logger.getLogger("java.lang.Runtime");

  private final BiConsumer<String, List<StackTraceElement>> listener;

  private ExitListener(BiConsumer<String, List<StackTraceElement>> listener) {
    this.listener = listener;
  }

  /**
   * Starts listening.
   *
   * @param listener receives the call, such as {@code Runtime.exit(1)}, and its stack, on the
   *     thread that made it
   */
  static void install(BiConsumer<String, List<StackTraceElement>> listener) {
    ExitListener spy = new ExitListener(listener);
    spy.setLevel(Level.ALL);
    EXITS.setLevel(Level.FINE);
    EXITS.setUseParentHandlers(false);
    EXITS.addHandler(spy);
  }

  @Override
  public void publish(LogRecord entry) {
    Throwable call = entry.getThrown();
    if (call != null) {
      List<StackTraceElement> frames = List.of(call.getStackTrace());
      listener.accept(String.valueOf(call.getMessage()), frames);
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
