/**
 * Answers to {@link workshop.vertx.BoundedCopy}, right ones and wrong ones.
 *
 * <p>No WORDS mistakes: the page asks for an error but does not say what its message must contain.
 */
package workshop.vertx.answers.boundedcopy;
