package workshop.blocking.answers.readtoend;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
