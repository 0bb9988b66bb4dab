package workshop.blocking;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
