package workshop.blocking.answers.namederrors;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
