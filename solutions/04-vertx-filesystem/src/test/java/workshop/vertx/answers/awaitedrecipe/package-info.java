/** Answers to {@link workshop.vertx.AwaitedRecipe}, right ones and wrong ones. */
package workshop.vertx.answers.awaitedrecipe;
