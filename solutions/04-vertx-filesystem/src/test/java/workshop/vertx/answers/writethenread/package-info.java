/** Answers to {@link workshop.vertx.WriteThenRead}, right ones and wrong ones. */
package workshop.vertx.answers.writethenread;
