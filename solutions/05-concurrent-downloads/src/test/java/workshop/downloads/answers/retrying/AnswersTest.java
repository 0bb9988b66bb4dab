package workshop.downloads.answers.retrying;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
