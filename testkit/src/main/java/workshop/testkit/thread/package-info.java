/**
 * Finds out which thread waits where.
 *
 * <ul>
 *   <li>{@link workshop.testkit.thread.Call} runs a learner's method on its own thread, and shows
 *       whether it returns while the disk is held
 *   <li>{@link workshop.testkit.thread.Heartbeat} ticks on an event loop while that is free
 *   <li>{@link workshop.testkit.thread.ThreadLeakDetector} finds the threads that an exercise
 *       leaves running
 *   <li>{@link workshop.testkit.thread.BusyWaitDetector} finds threads that poll
 *   <li>{@link workshop.testkit.thread.Quiescence} is the state in which no thread can continue
 *   <li>{@link workshop.testkit.thread.Await} and {@link workshop.testkit.thread.Eventually} wait,
 *       and give up at quiescence or at the {@link workshop.testkit.thread.Deadline}. {@link
 *       workshop.testkit.thread.AwaitilityDefaults} makes every wait of Awaitility do the same
 *   <li>{@link workshop.testkit.thread.TrackedExecutor} is a pool for an exercise. It knows when
 *       each of its threads is idle or waits
 *   <li>{@link workshop.testkit.thread.ThreadSnapshot} describes a thread by the learner's lines
 * </ul>
 */
@NullMarked
package workshop.testkit.thread;

import org.jspecify.annotations.NullMarked;
