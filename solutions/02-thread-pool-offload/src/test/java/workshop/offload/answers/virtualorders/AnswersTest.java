package workshop.offload.answers.virtualorders;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
