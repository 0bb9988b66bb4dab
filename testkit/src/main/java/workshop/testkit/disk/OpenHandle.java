package workshop.testkit.disk;

import java.nio.file.Path;

/**
 * A file or listing that is open.
 *
 * @param number the number of the {@link Op#OPEN} or {@link Op#LIST} event that opened it
 * @param file what is open
 * @param openedAt never thrown; its stack begins at the line that opened the file
 */
public record OpenHandle(long number, Path file, Throwable openedAt) {

  @Override
  public String toString() {
    StackTraceElement[] stack = openedAt.getStackTrace();
    return file.getFileName() + (stack.length == 0 ? "" : ", opened at " + stack[0]);
  }
}
