/** Answers to {@link workshop.vertx.WholeFiles}, right ones and wrong ones. */
package workshop.vertx.answers.wholefiles;
