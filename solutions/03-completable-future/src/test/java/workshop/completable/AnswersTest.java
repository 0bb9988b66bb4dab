package workshop.completable;

import workshop.testkit.judge.AnswersContract;

class AnswersTest extends AnswersContract {}
