package workshop.downloads;

import workshop.testkit.judge.AnswersContract;

class AnswersTest extends AnswersContract {}
