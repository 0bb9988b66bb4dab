package workshop.offload.answers.writethenread;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
