package workshop.vertx.answers.awaitedrecipe;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
