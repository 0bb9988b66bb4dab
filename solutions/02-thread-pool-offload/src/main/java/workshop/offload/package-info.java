/**
 * Module 02, solved: another thread does the waiting.
 *
 * <ul>
 *   <li>{@link workshop.offload.OffloadedRead} hands one read over, {@link
 *       workshop.offload.BoundedPool} makes the pool that takes it
 *   <li>{@link workshop.offload.CancellableRead} waits for a result with care, {@link
 *       workshop.offload.FanOut} for many at once
 *   <li>{@link workshop.offload.TinyRuntime} is the mechanism of an asynchronous runtime, by hand
 *   <li>{@link workshop.offload.VirtualOrders} shows what virtual threads change and what they do
 *       not
 *   <li>{@link workshop.offload.WriteDesk} closes without losing anything
 *   <li>{@link workshop.offload.WriteThenRead} is the program of this workshop
 *   <li>{@link workshop.offload.Storeroom} is given: the blocking operations themselves
 * </ul>
 */
@NullMarked
package workshop.offload;

import org.jspecify.annotations.NullMarked;
