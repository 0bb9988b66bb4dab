/**
 * Answers to {@link workshop.offload.TinyRuntime} that the build judges.
 *
 * <p>No HELD_TOO_EARLY mistakes: the runtime runs tasks and does not know which operations they do.
 */
package workshop.offload.answers.tinyruntime;
