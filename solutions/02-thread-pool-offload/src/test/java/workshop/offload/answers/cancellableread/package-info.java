/** Answers to {@link workshop.offload.CancellableRead} that the build judges. */
package workshop.offload.answers.cancellableread;
