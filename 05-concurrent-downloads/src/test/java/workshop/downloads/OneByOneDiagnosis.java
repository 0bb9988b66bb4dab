package workshop.downloads;

import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Origin;

/** What {@link OneByOneTest} says about mistakes. */
final class OneByOneDiagnosis {

  private OneByOneDiagnosis() {}

  static Diagnosis storesTheErrorPage(Disk disk) {
    return Diagnosis.observed("The status was 404, and into() stored the error page in the file.")
        .means("When check() looks at the status, the file that was there is already lost.")
        .nextStep("Look at the status in the handler: it is there before the body.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis hasNoTimeout(Origin origin) {
    return Diagnosis.observed(
            "The server sent nothing. The timeout of 100 ms has passed, and the caller still"
                + " waits.")
        .means("A request without a timeout waits as long as the program runs.")
        .nextStep("Pass the timeout on to the request, in the unit that it has.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis cannotTakeTheTimeout(Throwable failure) {
    return Diagnosis.observed("The timeout was 100 ms. The download failed with: " + failure)
        .means("The timeout did not reach the request as it was given.")
        .nextStep("Pass the Duration itself on to HttpRequest.Builder.timeout.")
        .because(failure);
  }

  static Diagnosis hidesTheInterrupt(Throwable failure) {
    return Diagnosis.observed("The caller was interrupted. The download failed with: " + failure)
        .means("The interrupt looks like a failed download, which the caller may try again.")
        .nextStep("Clean up, and let the InterruptedException through.")
        .because(failure);
  }

  static Diagnosis collectsTheBody(Origin origin) {
    return Diagnosis.observed(
            "The server has sent 100000 bytes of the body, and none of them is on the disk.")
        .means("The body is collected in memory. A large file does not fit.")
        .nextStep("Let the bytes go to the file as they come: BodySubscribers.ofFile.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis failsWithoutTheUrl(String fault, Throwable failure) {
    return Diagnosis.observed(fault + " check() failed with: " + failure)
        .means("A caller expects an IOException that names the URL, and catches no other.")
        .nextStep("Compare each of allValues(\"Content-Length\") with the file's length, as text.")
        .because(failure);
  }
}
