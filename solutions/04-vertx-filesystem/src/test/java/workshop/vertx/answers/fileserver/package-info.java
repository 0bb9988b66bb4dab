/**
 * Answers to {@link workshop.vertx.FileServer}, right ones and wrong ones.
 *
 * <p>No IMPATIENCE mistakes: a server may decide to give up on a disk that is too slow.
 */
package workshop.vertx.answers.fileserver;
