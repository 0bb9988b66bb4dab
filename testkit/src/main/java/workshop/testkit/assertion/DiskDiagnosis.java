package workshop.testkit.assertion;

import workshop.disk.ArrivalsError;
import workshop.disk.MissingFileError;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;

/** Explains the errors of the disk to a learner. */
public final class DiskDiagnosis {

  private DiskDiagnosis() {}

  /** Returns the explanation of an {@link ArrivalsError} or a {@link MissingFileError}. */
  public static Diagnosis of(AssertionError error) {
    Diagnosis told =
        switch (error) {
          case ArrivalsError missing -> arrivals(missing.details());
          case MissingFileError missing -> missingFile(missing);
          default ->
              throw new IllegalArgumentException("not an error of the disk: " + error, error);
        };
    told.setStackTrace(error.getStackTrace());
    return told;
  }

  private static Diagnosis arrivals(ArrivalsError.Details missing) {
    return Diagnosis.observed(
            ("the test held the disk at %s and expected %d operation%s there, but %d arrived. The"
                    + " test %s")
                .formatted(
                    missing.gate(),
                    missing.expected(),
                    missing.expected() == 1 ? "" : "s",
                    missing.arrived().size(),
                    missing.waited()))
        .means("the thread that should start them is still waiting, or it has ended")
        .nextStep(Await.WHERE_TO_LOOK)
        .evidence(Await.WHERE_THREADS_ARE, missing.programState())
        .evidence("On the disk", missing.recording());
  }

  private static Diagnosis missingFile(MissingFileError missing) {
    return Diagnosis.observed(
            "There is no file "
                + missing.file()
                + "; the directory holds "
                + missing.present()
                + ".")
        .means("The file was never created under this name, or it was moved or deleted afterwards.")
        .nextStep("Compare the names, and see below what was done to the file.")
        .evidence("On the disk", missing.recording());
  }
}
