package workshop.completable.answers.chainedsteps;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
