package workshop.downloads;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
