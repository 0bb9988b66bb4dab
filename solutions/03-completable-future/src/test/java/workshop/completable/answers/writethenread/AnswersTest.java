package workshop.completable.answers.writethenread;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
