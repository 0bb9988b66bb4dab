package workshop.vertx.answers.durablefile;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
