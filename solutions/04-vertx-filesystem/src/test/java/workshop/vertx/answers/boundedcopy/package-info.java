/**
 * Answers to {@link workshop.vertx.BoundedCopy}, right ones and wrong ones.
 *
 * <p>No WORDS mistakes: the page asks for an error, but not for what it says.
 */
package workshop.vertx.answers.boundedcopy;
