package workshop.offload.answers.fanout;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
