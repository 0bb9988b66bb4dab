package workshop.downloads;

import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link OneByOneTest} finds. */
final class OneByOneDiagnosis {

  private OneByOneDiagnosis() {}

  static Diagnosis storesTheErrorPage(Disk disk) {
    return Diagnosis.observed("The status was 404, and into() stored the error page in the file.")
        .means("By the time check() looks at the status, the old file is already lost.")
        .nextStep("Check the status in the handler: the status arrives before the body.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis hasNoTimeout(Origin origin) {
    return Diagnosis.observed(
            "The server sent nothing. The timeout of 50 ms has passed, and the caller is still"
                + " waiting.")
        .means("A request without a timeout may wait forever.")
        .nextStep("Pass the timeout to the request, without changing its unit.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis cannotTakeTheTimeout(Throwable failure) {
    return Diagnosis.observed("The timeout was 50 ms. The download failed with: " + failure)
        .means("The request got a different timeout from the one that the caller chose.")
        .nextStep("Pass the Duration itself to HttpRequest.Builder.timeout.")
        .because(failure);
  }

  static Diagnosis hidesTheInterrupt(Throwable failure) {
    return Diagnosis.observed("The caller was interrupted. The download failed with: " + failure)
        .means("The interrupt looks like a failed download, which the caller may then repeat.")
        .nextStep("Clean up, and then throw the InterruptedException again.")
        .because(failure);
  }

  static Diagnosis sharesItsState(Disk disk) {
    return Diagnosis.observed(
            "wine.bin had arrived whole. Then the download of menu.bin was interrupted. The"
                + " directory now holds %s; expected: [wine.bin].".formatted(disk.names()))
        .means("One download has removed the file of another one that uses the same OneByOne.")
        .nextStep("Keep what belongs to one download in local variables, and not in fields.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis collectsTheBody(Origin origin) {
    return Diagnosis.observed(
            "The server has sent 100000 bytes of the body, but none of them is on the disk.")
        .means("The body is collected in memory, and a large file will not fit.")
        .nextStep("Write the bytes to the file as they arrive, with BodySubscribers.ofFile.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis failsWithoutTheUrl(String fault, Throwable failure) {
    return Diagnosis.observed(fault + " check() failed with: " + failure)
        .means("A caller expects an IOException that names the URL, and catches nothing else.")
        .nextStep(
            "Compare every value in allValues(\"Content-Length\") with the file's length, as text.")
        .because(failure);
  }
}
