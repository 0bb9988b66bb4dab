/** Answers to {@link workshop.offload.WriteThenRead} that the build judges. */
package workshop.offload.answers.writethenread;
