/** Answers to {@link workshop.offload.FanOut} that the build judges. */
package workshop.offload.answers.fanout;
