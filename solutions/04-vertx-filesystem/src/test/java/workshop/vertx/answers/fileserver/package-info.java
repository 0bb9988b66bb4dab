/**
 * Answers to {@link workshop.vertx.FileServer}, right ones and wrong ones.
 *
 * <p>No IMPATIENCE mistakes: the page promises to wait, so giving up counts as a broken promise.
 */
package workshop.vertx.answers.fileserver;
