/**
 * Facts that surprise, each shown on the machine at hand and tied to an exercise. They test the
 * JDK, not your code, and are green from the start:
 *
 * <ul>
 *   <li>02-2: {@link workshop.offload.facts.TheQueueComesBeforeTheMaximumTest}
 *   <li>02-3: {@link workshop.offload.facts.AnInterruptClosesTheChannelTest}
 *   <li>02-4: {@link workshop.offload.facts.APoolCanStarveItselfTest}
 *   <li>02-6: {@link workshop.offload.facts.BlockedReadsFreezeVirtualThreadsTest}
 *   <li>02-7: {@link workshop.offload.facts.ADroppedFutureSwallowsItsErrorTest}
 * </ul>
 *
 * <p>Each says on standard output what it saw.
 */
package workshop.offload.facts;
