/**
 * The four rows of the guide's table, put to the test: {@link
 * workshop.comparison.rows.StaticFiles}, {@link workshop.comparison.rows.ConfigTool}, {@link
 * workshop.comparison.rows.HugeFile}, {@link workshop.comparison.rows.HundredDownloads}. Whatever
 * must not share a heap, a disk or a start with the measuring JVM runs in a {@link
 * workshop.comparison.rows.ChildJvm}; whether a ratio decides anything is up to {@link
 * workshop.comparison.result.Ratio}.
 */
@NullMarked
package workshop.comparison.rows;

import org.jspecify.annotations.NullMarked;
