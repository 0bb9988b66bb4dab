package workshop.vertx.answers.wholefiles;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
