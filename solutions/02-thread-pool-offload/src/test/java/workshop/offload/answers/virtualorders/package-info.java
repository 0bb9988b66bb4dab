/** Answers to {@link workshop.offload.VirtualOrders} that the build judges. */
package workshop.offload.answers.virtualorders;
