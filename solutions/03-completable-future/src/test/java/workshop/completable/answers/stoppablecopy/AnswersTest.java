package workshop.completable.answers.stoppablecopy;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
