package workshop.testkit.http;

import workshop.testkit.diagnosis.Diagnosis;

/** The failures of a client that sends too many or too few requests at a time. */
public final class OriginDiagnosis {

  private OriginDiagnosis() {}

  public static Diagnosis tooManyInFlight(int count, int limit, Exchanges together) {
    return Diagnosis.observed(
            count + " requests were in flight together, but the limit is " + limit + ".")
        .means(
            "Too many requests overload the server, which then rejects some of them. In the client,"
                + " each request costs a connection, buffers and an open file.")
        .nextStep(
            "Take a permit before you send a request. Release the permit when the download has"
                + " ended, even if it has failed.")
        .evidence("Together at the origin", together);
  }

  public static Diagnosis tooFewTogether(int count, Exchanges seen) {
    int most = seen.maxInFlight();
    return Diagnosis.observed(
            "At most "
                + (most == 1 ? "1 request was" : most + " requests were")
                + " in flight at a time, although "
                + count
                + " could have been.")
        .means(
            most <= 1
                ? "The downloads run one after another, because each one waits for the previous"
                    + " one."
                : "Some downloads wait for others, although they could run at the same time.")
        .nextStep("First send all requests that the limit allows, and then wait for the replies.")
        .evidence("At the origin", seen);
  }
}
