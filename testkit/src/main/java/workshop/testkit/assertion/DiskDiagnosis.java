package workshop.testkit.assertion;

import workshop.disk.ArrivalsError;
import workshop.disk.MissingFileError;
import workshop.testkit.diagnosis.Diagnosis;

/** The words for what a disk says of a test in data only. */
public final class DiskDiagnosis {

  private DiskDiagnosis() {}

  /** Returns what a learner is told of an error of the disk itself. */
  public static Diagnosis of(AssertionError error) {
    Diagnosis told =
        switch (error) {
          case ArrivalsError missing -> arrivals(missing);
          case MissingFileError missing -> missingFile(missing);
          default -> throw new IllegalArgumentException("no error of the disk: " + error, error);
        };
    told.setStackTrace(error.getStackTrace());
    return told;
  }

  private static Diagnosis arrivals(ArrivalsError missing) {
    return Diagnosis.observed(
            "%s for %d operations at the gate for %s, in vain%nlast seen: %d came"
                .formatted(
                    missing.waited(), missing.expected(), missing.gate(), missing.arrived().size()))
        .means(
            "the thread that should start them is still waiting, or it has ended without doing so")
        .nextStep("see below where your threads stand, and what the one in question waits for")
        .evidence("Where your threads stand", missing.programState())
        .evidence("On the disk", missing.recording());
  }

  private static Diagnosis missingFile(MissingFileError missing) {
    return Diagnosis.observed(
            "There is no file "
                + missing.file()
                + "; the directory holds "
                + missing.present()
                + ".")
        .means("It was never made under this name, or it was moved or deleted since.")
        .nextStep("Compare the name, and look below for what was done to it.")
        .evidence("On the disk", missing.recording());
  }
}
