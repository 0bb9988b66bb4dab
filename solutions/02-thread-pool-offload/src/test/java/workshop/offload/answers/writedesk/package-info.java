/**
 * Answers to {@link workshop.offload.WriteDesk} that the build judges.
 *
 * <p>No HELD_TOO_EARLY mistakes: each write is a single call to the given class Storeroom.
 */
package workshop.offload.answers.writedesk;
