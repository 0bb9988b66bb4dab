package workshop.vertx.answers.boundedcopy;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
