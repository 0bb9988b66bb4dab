/**
 * Sees which thread waits where.
 *
 * <ul>
 *   <li>{@link workshop.disk.Held} is what keeps operations waiting: the disk's gate
 *   <li>{@link workshop.testkit.thread.Caller} runs a learner's method on a thread of its own; the
 *       {@link workshop.testkit.thread.Call} tells whether it comes back while the disk is held
 *   <li>{@link workshop.testkit.thread.Heartbeat} ticks on an event loop while that is free
 *   <li>{@link workshop.testkit.thread.ThreadLeakDetector} names the threads that an exercise
 *       leaves behind
 *   <li>{@link workshop.testkit.thread.Await} waits, but never beyond the {@link
 *       workshop.testkit.thread.Deadline}, and explains why in vain
 *   <li>{@link workshop.testkit.thread.Quiescence} is the state in which no thread can run anymore
 *   <li>{@link workshop.testkit.thread.Eventually} waits by Awaitility, and gives up at quiescence;
 *       {@link workshop.testkit.thread.AwaitilityDefaults} lets every other wait do the same
 *   <li>{@link workshop.testkit.thread.BusyWaitDetector} tells who keeps asking from who sleeps
 *       until woken
 *   <li>{@link workshop.testkit.thread.TrackedExecutor} is a pool to hand to an exercise: it knows
 *       when each of its threads has ended or waits
 *   <li>{@link workshop.testkit.thread.ThreadSnapshot} tells where a thread is by the learner's own
 *       lines
 * </ul>
 */
@NullMarked
package workshop.testkit.thread;

import org.jspecify.annotations.NullMarked;
