package workshop.downloads.answers.allatonce;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
