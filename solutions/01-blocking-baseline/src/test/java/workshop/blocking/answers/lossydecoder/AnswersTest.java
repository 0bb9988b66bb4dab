package workshop.blocking.answers.lossydecoder;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
