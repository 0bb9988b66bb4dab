/**
 * When does asynchronous file I/O pay, on this machine? Each topic has a package that measures it;
 * what it finds is data ({@link workshop.comparison.result.Results}), and every page is made from
 * that data ({@link workshop.comparison.report.Report}).
 */
@NullMarked
package workshop.comparison;

import org.jspecify.annotations.NullMarked;
