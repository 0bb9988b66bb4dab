/**
 * The pages, which are made only from {@link workshop.comparison.result.Results}. All text is
 * Markdown and comes from one place. The report is the same Markdown converted to HTML.
 */
@NullMarked
package workshop.comparison.report;

import org.jspecify.annotations.NullMarked;
