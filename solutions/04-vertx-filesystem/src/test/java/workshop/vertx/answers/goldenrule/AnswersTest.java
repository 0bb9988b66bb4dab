package workshop.vertx.answers.goldenrule;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
