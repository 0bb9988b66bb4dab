package workshop.completable.answers.manyfiles;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
