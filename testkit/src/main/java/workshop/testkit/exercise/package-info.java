/**
 * The suites of the exercises.
 *
 * <ul>
 *   <li>{@link workshop.testkit.exercise.ExerciseSuite} marks a suite. It gets a watched disk, and
 *       must leave no thread and no open file
 *   <li>{@link workshop.testkit.exercise.Answer} is the code under test: the learner's, or an
 *       answer that the judge puts in its place
 *   <li>{@link workshop.testkit.exercise.Judge} runs a suite
 *   <li>{@link workshop.testkit.exercise.WriteThenReadContract} is the program that every technique
 *       builds
 * </ul>
 */
@NullMarked
package workshop.testkit.exercise;

import org.jspecify.annotations.NullMarked;
