/**
 * Answers to {@link workshop.offload.WriteDesk} that the build judges.
 *
 * <p>No HELD_TOO_EARLY mistakes: each write is a single call of Storeroom, which is given.
 */
package workshop.offload.answers.writedesk;
