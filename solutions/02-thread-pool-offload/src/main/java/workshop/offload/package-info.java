/**
 * Module 02, solved: another thread does the waiting.
 *
 * <ul>
 *   <li>{@link workshop.offload.OffloadedRead} hands over one read, and {@link
 *       workshop.offload.BoundedPool} makes a pool that may reject it
 *   <li>{@link workshop.offload.CancellableRead} waits for one result, and {@link
 *       workshop.offload.FanOut} waits for many
 *   <li>{@link workshop.offload.TinyRuntime} is a small asynchronous runtime
 *   <li>{@link workshop.offload.VirtualOrders} shows what virtual threads change and what they do
 *       not
 *   <li>{@link workshop.offload.WriteDesk} closes without losing an order
 *   <li>{@link workshop.offload.WriteThenRead} is the program of this workshop
 *   <li>{@link workshop.offload.Storeroom} is given: the blocking operations themselves
 * </ul>
 */
@NullMarked
package workshop.offload;

import org.jspecify.annotations.NullMarked;
