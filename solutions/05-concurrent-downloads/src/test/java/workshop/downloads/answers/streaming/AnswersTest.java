package workshop.downloads.answers.streaming;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
