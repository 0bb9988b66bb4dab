/**
 * What people read, made from {@link workshop.comparison.result.Results} and from nothing else.
 * {@link workshop.comparison.report.Report} writes three files: the results themselves ({@link
 * workshop.comparison.report.ResultsFile}), and the same text twice, as Markdown and as a page for
 * the browser. The text is built once, as {@link workshop.comparison.report.Block blocks}, by
 * {@link workshop.comparison.report.Text}; the two renderers add nothing to it but the page its
 * plots. All of it computes or writes on the calling thread.
 */
@NullMarked
package workshop.comparison.report;

import org.jspecify.annotations.NullMarked;
