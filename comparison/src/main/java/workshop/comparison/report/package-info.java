/**
 * Pages, made from {@link workshop.comparison.result.Results} and from nothing else. All text is
 * Markdown, made in one place; the report is the same Markdown as HTML.
 */
@NullMarked
package workshop.comparison.report;

import org.jspecify.annotations.NullMarked;
