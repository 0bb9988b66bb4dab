package workshop.offload.answers.offloadedread;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
