package workshop.completable.answers.channelfutures;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
