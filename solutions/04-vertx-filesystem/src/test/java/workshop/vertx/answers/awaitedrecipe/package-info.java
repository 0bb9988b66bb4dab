/**
 * Answers to {@link workshop.vertx.AwaitedRecipe}, right ones and wrong ones.
 *
 * <p>No ORDER mistakes: each step needs the result of the step before it.
 */
package workshop.vertx.answers.awaitedrecipe;
