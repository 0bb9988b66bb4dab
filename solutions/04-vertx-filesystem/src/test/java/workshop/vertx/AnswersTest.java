package workshop.vertx;

import workshop.testkit.judge.AnswersContract;

class AnswersTest extends AnswersContract {}
