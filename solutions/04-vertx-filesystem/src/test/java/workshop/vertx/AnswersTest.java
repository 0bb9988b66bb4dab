package workshop.vertx;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
