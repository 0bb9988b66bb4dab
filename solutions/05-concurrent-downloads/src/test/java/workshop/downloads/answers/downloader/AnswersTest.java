package workshop.downloads.answers.downloader;

import workshop.testkit.exercise.AnswersContract;

class AnswersTest extends AnswersContract {}
