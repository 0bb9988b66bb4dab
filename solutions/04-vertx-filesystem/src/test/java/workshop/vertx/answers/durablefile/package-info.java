/** Answers to {@link workshop.vertx.DurableFile}, right ones and wrong ones. */
package workshop.vertx.answers.durablefile;
