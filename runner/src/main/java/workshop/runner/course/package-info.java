/**
 * The course on disk: its exercises, the learner's files, and the progress that is recorded.
 *
 * <p>{@link workshop.runner.course.CatalogReader} reads the exercises from their pages; {@link
 * workshop.runner.course.ExerciseStatus} combines the last verdict with the file as it is now.
 */
@NullMarked
package workshop.runner.course;

import org.jspecify.annotations.NullMarked;
