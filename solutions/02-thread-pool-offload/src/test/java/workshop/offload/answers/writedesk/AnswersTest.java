package workshop.offload.answers.writedesk;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
