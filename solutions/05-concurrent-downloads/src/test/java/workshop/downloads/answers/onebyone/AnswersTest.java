package workshop.downloads.answers.onebyone;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
