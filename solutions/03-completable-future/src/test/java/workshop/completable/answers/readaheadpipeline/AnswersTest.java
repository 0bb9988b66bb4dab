package workshop.completable.answers.readaheadpipeline;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
