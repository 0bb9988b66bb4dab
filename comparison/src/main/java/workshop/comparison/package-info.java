/**
 * When does asynchronous file I/O pay off on this machine? Each topic has a package that measures
 * it. The results are data ({@link workshop.comparison.result.Results}), and every page is made
 * from that data ({@link workshop.comparison.report.Report}).
 */
@NullMarked
package workshop.comparison;

import org.jspecify.annotations.NullMarked;
