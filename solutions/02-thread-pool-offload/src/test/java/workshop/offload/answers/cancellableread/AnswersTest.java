package workshop.offload.answers.cancellableread;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
