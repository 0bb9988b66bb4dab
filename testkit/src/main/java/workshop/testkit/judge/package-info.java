/**
 * The one judge of this house: does this answer pass this suite, and what does the suite say?
 *
 * <p>{@link workshop.testkit.judge.Judge} gives the verdict on a learner's file, on a solution, on
 * an answer that is {@linkplain workshop.testkit.judge.WrongAnswer wrong on purpose} and on one
 * that is {@linkplain workshop.testkit.judge.RightAnswer right in another way}. {@link
 * workshop.testkit.judge.AnswersContract} holds a module's suites against all of the latter.
 */
@NullMarked
package workshop.testkit.judge;

import org.jspecify.annotations.NullMarked;
