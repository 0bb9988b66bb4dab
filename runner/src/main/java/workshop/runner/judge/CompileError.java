package workshop.runner.judge;

/**
 * An error that the compiler reports.
 *
 * @param file relative to the checkout, or only the name if the file is outside of it
 * @param line counted from 1; 0 if the error concerns the file as a whole
 * @param column counted from 1
 * @param source the line of source, as it is in the file; empty if unknown
 * @param message in the compiler's words
 */
public record CompileError(String file, long line, long column, String source, String message) {}
