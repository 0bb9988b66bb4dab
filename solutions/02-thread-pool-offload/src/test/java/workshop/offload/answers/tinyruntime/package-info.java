/**
 * Answers to {@link workshop.offload.TinyRuntime} that the build judges.
 *
 * <p>No HELD_TOO_EARLY mistakes: the runtime runs any work and does not know its operations.
 */
package workshop.offload.answers.tinyruntime;
