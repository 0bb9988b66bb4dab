/** Answers to {@link workshop.vertx.GoldenRule}, right ones and wrong ones. */
package workshop.vertx.answers.goldenrule;
