package workshop.vertx;

import io.vertx.core.Context;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

/** What the suite of 04-5 says. */
final class AwaitedRecipeDiagnosis {

  private AwaitedRecipeDiagnosis() {}

  static Diagnosis otherText(String expected, String found) {
    return Diagnosis.observed(
            "The file holds \"%s\"; change was called with \"%s\".".formatted(expected, found))
        .means("The bytes are UTF-8 and were decoded in another charset, or only in part.")
        .nextStep("Decode all of the Buffer at once: its toString() decodes UTF-8.");
  }

  static Diagnosis givesUp() {
    return Diagnosis.observed("Your virtual thread waits for the write with a time limit.")
        .means("A disk that is slow today is taken for one that fails.")
        .nextStep("Wait without a limit: await() without arguments.");
  }

  static Diagnosis changedSoOften(int calls) {
    return Diagnosis.observed("change was called %d times for one call.".formatted(calls))
        .means("What it does may not be repeatable: it may count, or draw a number.")
        .nextStep("Keep its result in a variable, and deploy the steps once: one instance.");
  }

  static Diagnosis wrongThread(Thread thread, Context context) {
    String where =
        (thread.isVirtual() ? "a virtual thread" : "the thread \"" + thread.getName() + '"')
            + (context == null
                ? ", outside of any context of Vert.x"
                : ", " + context.threadingModel());
    return Diagnosis.observed("change was called on " + where)
        .means(
            "The steps have to run on a virtual-thread context of Vert.x. Waiting is cheap there,"
                + " and still only one piece of your code runs at a time.")
        .nextStep("Deploy the steps, with DeploymentOptions that name the threading model.");
  }

  static Diagnosis virtualThreadAtTheDisk(Disk disk) {
    return Diagnosis.observed("A virtual thread stood at the disk itself.")
        .means(
            "During a file operation a virtual thread blocks its carrier. There are only as many"
                + " carriers as processors, so two slow reads can stop every virtual thread.")
        .nextStep("Let Vert.x's FileSystem do it, on its pool, and await the future.")
        .evidence("On the disk", disk.recording());
  }

  private static Diagnosis.Observed failed(Op op, String name, Throwable failure) {
    return Diagnosis.observed(
        "The %s of %s failed, and transform() with it: %s".formatted(op, name, failure));
  }

  static Diagnosis noIoException(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means(
            "The file is named, but this is not an IOException. Callers that prepare for an IOException"
                + " do not catch it.")
        .nextStep("Make an IOException of it, with the error as its cause: recover() can do that.")
        .because(failure);
  }

  static Diagnosis unnamed(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means("Callers need an IOException that names the file: there are two of them.")
        .nextStep("Throw an IOException that names the file, with the error as its cause.")
        .because(failure);
  }

  static Diagnosis namesTheOther(Op op, String name, String other, Throwable failure) {
    return failed(op, name, failure)
        .means("The message also names " + other + ", which did not fail. Which one is it?")
        .nextStep("Name the file where its step fails, and not around both steps.")
        .because(failure);
  }

  static Diagnosis causeLost(Op op, String name, Throwable failure) {
    return failed(op, name, failure)
        .means("The disk's own error is not among the causes, and only that one gives the reason.")
        .nextStep("Pass the error to the constructor of your IOException: its second parameter.")
        .because(failure);
  }

  static Diagnosis changesErrorLost(Throwable thrown, Throwable failure) {
    return Diagnosis.observed(
            "change threw %s; the future failed with %s".formatted(thrown, failure))
        .means("The error of the caller's own code is not even among the causes.")
        .nextStep("Let it through, or pass it to your exception as its cause.")
        .because(failure);
  }

  static Diagnosis undeployedLate(String ended) {
    return Diagnosis.observed(
            "When transform() had " + ended + ", its verticle was still being undeployed.")
        .means("Something undeploys it, and your future does not wait for that.")
        .nextStep("Chain it: undeploy() inside compose() ends before your future does.");
  }

  static Diagnosis stillDeployed(String ended) {
    return Diagnosis.observed("transform() has " + ended + ", and its verticle is still deployed.")
        .means(
            "Each call leaves one more behind, with its context and everything that it refers to.")
        .nextStep("Undeploy by the id that deployVerticle() gives, as the last step.");
  }
}
