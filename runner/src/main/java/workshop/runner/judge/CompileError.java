package workshop.runner.judge;

/**
 * Something that the compiler complains about.
 *
 * @param file relative to the checkout, or just the name when the file is not part of it
 * @param line counted from 1; 0 when it is about the file as a whole
 * @param column counted from 1
 * @param source the line of source, as it stands in the file; empty when unknown
 * @param message in the compiler's words
 */
public record CompileError(String file, long line, long column, String source, String message) {}
