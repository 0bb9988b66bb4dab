/**
 * What every exercise's suite is made of.
 *
 * <ul>
 *   <li>{@link workshop.testkit.exercise.ExerciseSuite} marks a suite: it is given a watched disk,
 *       and leaves no thread, no open file and nobody waiting behind
 *   <li>{@link workshop.testkit.exercise.Answer} is the code under test: the learner's, or another
 *       one that the judge puts in its place
 *   <li>{@link workshop.testkit.diagnosis.Diagnosis} is a failure told for a learner
 *   <li>{@link workshop.testkit.exercise.WriteThenReadContract} is the program that every technique
 *       builds
 * </ul>
 */
@NullMarked
package workshop.testkit.exercise;

import org.jspecify.annotations.NullMarked;
