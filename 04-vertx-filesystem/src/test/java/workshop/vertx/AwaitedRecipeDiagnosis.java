package workshop.vertx;

import io.vertx.core.Context;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains wrong answers to 04-5. */
final class AwaitedRecipeDiagnosis {

  private AwaitedRecipeDiagnosis() {}

  static Diagnosis otherText(String expected, String found) {
    return Diagnosis.observed(
            "The file holds \"%s\", but change was called with \"%s\".".formatted(expected, found))
        .means(
            "The bytes are UTF-8, but your code decoded them with a different charset, or decoded"
                + " only some of them.")
        .nextStep("Decode the whole Buffer at once: its toString() decodes UTF-8.");
  }

  static Diagnosis keptTheOldText(Disk disk) {
    return Diagnosis.observed(
            "change returned an empty string, but the target still holds its old content.")
        .means("A reader of the target mistakes the old text for the changed one.")
        .nextStep("Write the changed text in every case: an empty string empties the file.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis incomplete(String text, String seen) {
    if (seen == null) {
      return Diagnosis.observed(
              "The file holds %,d characters, but change was never called."
                  .formatted(text.length()))
          .means(
              "The target does not get the changed text. An empty file goes through change, too.")
          .nextStep("Call change with the text of the file, even if the text is empty.");
    }
    String observed =
        text.length() < 100
            ? "The file holds %s, but change was called with %s."
                .formatted(quoted(text), quoted(seen))
            : "The file holds %,d characters, but change was called with %,d."
                .formatted(text.length(), seen.length());
    if (seen.contains("\uFFFD")) {
      return Diagnosis.observed(observed + " The text that change got has U+FFFD in some places.")
          .means(
              "You decoded the text in pieces, and a piece may end in the middle of a character.")
          .nextStep("Collect the bytes of all pieces in one Buffer, and decode the Buffer once.");
    }
    return Diagnosis.observed(observed)
        .means(
            "Part of the text was lost, such as spaces, line endings, or everything after the first"
                + " chunk.")
        .nextStep("Read the whole file, and pass its text to change unaltered.");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\r", "\\r").replace("\n", "\\n") + '"';
  }

  static Diagnosis othersUndeployed() {
    return Diagnosis.observed("transform() undeployed a verticle that it did not deploy.")
        .means("Another part of the program, such as a server, has stopped running.")
        .nextStep("Undeploy only the verticle whose ID your deployVerticle() returned.");
  }

  static Diagnosis givesUp(String step) {
    return Diagnosis.observed("Your virtual thread waits for the " + step + " with a time limit.")
        .means("If the disk is slow, transform() fails, although nothing is broken.")
        .nextStep("Wait without a limit: call await() without arguments.");
  }

  static Diagnosis changedMoreThanOnce(int calls) {
    return Diagnosis.observed("Your code called change %d times instead of once.".formatted(calls))
        .means("A change that counts or prints does so more than once.")
        .nextStep(
            "Keep the result of change in a variable, and deploy only one instance of the"
                + " verticle.");
  }

  static Diagnosis wrongThread(Thread thread, Context context) {
    String where =
        thread.isVirtual()
            ? "a virtual thread"
                + (context == null
                    ? ", outside any context of Vert.x"
                    : ", on a context that is not a virtual-thread context")
            : "the thread \"" + thread.getName() + '"';
    return Diagnosis.observed("Your code called change on " + where)
        .means(
            "The steps have to run on a virtual-thread context of Vert.x. There, waiting is"
                + " cheap, and only one piece of your code runs at a time.")
        .nextStep("Deploy the steps with DeploymentOptions that set the threading model.");
  }

  static Diagnosis virtualThreadAtTheDisk(Disk disk) {
    return Diagnosis.observed("A virtual thread itself did disk work.")
        .means(
            "During a file operation, a virtual thread blocks its carrier. There are only as many"
                + " carriers as processors, so a few slow reads can stop every virtual thread.")
        .nextStep("Call Vert.x's FileSystem, which works on its own pool, and await the future.")
        .evidence("On the disk", disk.recording());
  }

  private static Diagnosis.Observed failed(Op op, String name, Throwable failure) {
    return Diagnosis.observed(
        "The %s of %s failed, and transform() failed with: %s".formatted(op, name, failure));
  }

  static Diagnosis noIoException(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The error names the file, but it is not an IOException, so callers that catch"
                + " IOException miss it.")
        .nextStep("Throw an IOException with this error as its cause: recover() can do that.")
        .because(failure);
  }

  static Diagnosis unnamed(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The message does not name a file, so a reader cannot tell which of the two files"
                + " failed.")
        .nextStep("Throw an IOException that names the file, with the error as its cause.")
        .because(failure);
  }

  static Diagnosis namesOnlyTheOther(Op op, String name, String other, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The message blames %s, which did not fail. A reader looks for the problem in the"
                    .formatted(other)
                + " wrong file.")
        .nextStep("Handle the errors of each step separately, and name the file of that step.")
        .because(failure);
  }

  static Diagnosis namesTheOther(Op op, String name, String other, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The message also names "
                + other
                + ", which did not fail. A reader cannot tell which file failed.")
        .nextStep("Add a file's name only to the errors of the step that works on this file.")
        .because(failure);
  }

  static Diagnosis causeLost(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The disk's own error, which gives the reason, is neither the cause of this error nor"
                + " the cause of that cause.")
        .nextStep(
            "Pass the disk's error as the second argument to the constructor of your"
                + " IOException.")
        .because(failure);
  }

  static Diagnosis changesErrorLost(Throwable thrown, Throwable failure) {
    return Diagnosis.observed(
            "The change threw %s, but the future failed with %s".formatted(thrown, failure))
        .means("The error of the caller's own code is lost, so the caller cannot find the bug.")
        .nextStep(
            "Let the error of change leave your code, or make it the cause of your exception.")
        .because(failure);
  }

  static Diagnosis noExceptionAndNoEnd() {
    return Diagnosis.observed(
            "The change threw a StackOverflowError, and the future of transform() never completes.")
        .means(
            "An Error is not an Exception, so catch (Exception e) misses it, and the caller waits"
                + " forever.")
        .nextStep(
            "Let the deployed code throw: the deployment then fails by itself. If you complete a"
                + " promise, catch Throwable.");
  }

  static Diagnosis undeployedLate(String ended) {
    return Diagnosis.observed(
            "When transform() " + ended + ", its verticle was still being undeployed.")
        .means("Your future does not wait for the undeployment, so the caller continues too early.")
        .nextStep("Call undeploy() inside compose(), so that the chain waits for it.");
  }

  static Diagnosis stillDeployed(String ended) {
    return Diagnosis.observed("transform() " + ended + ", and its verticle is still deployed.")
        .means("Each call leaves another verticle in memory, with everything that it refers to.")
        .nextStep(
            ended.equals("failed")
                ? "Call undeploy() in eventually(), which also runs after a failure. Or let the"
                    + " deployed code throw: the deployment then fails, and nothing stays"
                    + " deployed."
                : "As the last step, call undeploy() with the ID that deployVerticle() returns.");
  }
}
