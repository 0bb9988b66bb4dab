package workshop.completable.answers.failurepaths;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
