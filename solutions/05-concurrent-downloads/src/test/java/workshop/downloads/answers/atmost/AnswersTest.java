package workshop.downloads.answers.atmost;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
