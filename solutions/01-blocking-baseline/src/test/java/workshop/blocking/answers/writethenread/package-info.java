/** Answers to {@link workshop.blocking.WriteThenRead} that the build judges. */
package workshop.blocking.answers.writethenread;
