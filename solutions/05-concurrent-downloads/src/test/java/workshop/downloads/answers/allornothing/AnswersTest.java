package workshop.downloads.answers.allornothing;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
