package workshop.offload.answers.tinyruntime;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
