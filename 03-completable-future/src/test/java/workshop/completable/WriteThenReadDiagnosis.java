package workshop.completable;

import workshop.testkit.diagnosis.Diagnosis;

/** Explains mistakes that {@link WriteThenReadTest} finds: steps that no other step waits for. */
final class WriteThenReadDiagnosis {

  private WriteThenReadDiagnosis() {}

  static Diagnosis forceNotAwaited() {
    return Diagnosis.observed("The program reported success without waiting for force(true).")
        .means(
            "A stage may call force, but no later step waits for that stage. If the power fails"
                + " now, the bytes may be lost. If the force fails, the caller never finds out.")
        .nextStep(
            "Return the future of the stage that forces, so that the next step comes after it.");
  }

  static Diagnosis neverForced() {
    return Diagnosis.observed("The program reported success, but the data was never forced.")
        .means(
            "Either your code does not call force(true), or no step waits for the stage that calls"
                + " it, and the file was closed first. If the power fails now, the bytes may be"
                + " lost.")
        .nextStep("Chain a stage that calls force(true) to the write, and return its future.");
  }

  static Diagnosis reportedBeforeTheClose() {
    return Diagnosis.observed(
            "Closing the file failed, but the program had already reported success.")
        .means("Some file systems report a failed write only at the close.")
        .nextStep("Print in a stage after using(...), and not in its body.");
  }

  static Diagnosis noIoException(Throwable failure) {
    return Diagnosis.observed(
            ("A step of the program failed, and the future failed with %s, which is not an"
                    + " IOException.")
                .formatted(failure))
        .means(
            "A caller that catches IOException does not catch this, and the message may not say"
                + " which file it was.")
        .nextStep(
            "Turn every failure, of any type, into an IOException: name the path, and keep the"
                + " failure as the cause.")
        .because(failure);
  }

  static Diagnosis otherCause(Throwable original, Throwable failure) {
    return Diagnosis.observed(
            "%s was thrown, but the cause of your IOException is %s."
                .formatted(original, failure.getCause()))
        .means(
            "A caller that looks at the cause finds a wrapper, or nothing, instead of the reason.")
        .nextStep(
            "Remove the CompletionException around the failure, and pass the exception inside it"
                + " as the cause.")
        .because(failure);
  }

  static Diagnosis completeBeforeThePrinting() {
    return Diagnosis.observed("The future is complete, but the program is still printing.")
        .means(
            "The returned future does not wait for the stage that prints. The program may exit"
                + " before the last line is printed.")
        .nextStep("Return the future of the last stage that prints.");
  }
}
