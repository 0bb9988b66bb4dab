package workshop.vertx.answers.fileserver;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
