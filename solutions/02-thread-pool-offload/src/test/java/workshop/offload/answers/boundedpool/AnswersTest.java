package workshop.offload.answers.boundedpool;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
