package workshop.disk;

import java.nio.file.Path;

/**
 * An open file or listing.
 *
 * @param number the number of the {@link Op#OPEN} or {@link Op#LIST} event that opened it
 * @param openedAt an exception whose stack begins at the line that opened the file
 */
public record OpenHandle(long number, Path file, Throwable openedAt) {

  @Override
  public String toString() {
    StackTraceElement[] stack = openedAt.getStackTrace();
    return file.getFileName() + (stack.length == 0 ? "" : ", opened at " + place(stack[0]));
  }

  /** Returns the line without package and class loader. */
  public static String place(StackTraceElement line) {
    String type = line.getClassName();
    String place =
        type.substring(type.lastIndexOf('.') + 1).replace('$', '.') + "." + line.getMethodName();
    return line.getFileName() == null
        ? place
        : place + "(" + line.getFileName() + ":" + line.getLineNumber() + ")";
  }
}
