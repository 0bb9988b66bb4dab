/**
 * Module 02, solved: somebody else goes to the storeroom.
 *
 * <ul>
 *   <li>{@link workshop.offload.OffloadedRead} hands one read over, {@link
 *       workshop.offload.BoundedPool} makes the pool that takes it
 *   <li>{@link workshop.offload.CancellableRead} waits for a result with care, {@link
 *       workshop.offload.FanOut} for many at once
 *   <li>{@link workshop.offload.TinyRuntime} is the mechanism of an asynchronous runtime, by hand
 *   <li>{@link workshop.offload.VirtualOrders} says what virtual threads change, and what not
 *   <li>{@link workshop.offload.WriteDesk} closes without losing anything
 *   <li>{@link workshop.offload.WriteThenRead} is the program of this workshop
 *   <li>{@link workshop.offload.Storeroom} is given: the blocking operations themselves
 * </ul>
 */
@NullMarked
package workshop.offload;

import org.jspecify.annotations.NullMarked;
