package workshop.testkit.http;

import workshop.testkit.diagnosis.Diagnosis;

/** The words for too many requests at a time, and for too few. */
public final class OriginDiagnosis {

  private OriginDiagnosis() {}

  public static Diagnosis tooManyInFlight(int count, int limit, Exchanges together) {
    return Diagnosis.observed(
            count + " requests were in flight together; the limit is " + limit + ".")
        .means(
            "A server that is asked for everything at once refuses some of it, or falls over; and"
                + " each request costs this side a connection, buffers and an open file.")
        .nextStep(
            "Take a permit before a request is sent, and give it back when its download has ended,"
                + " however it ended.")
        .evidence("Together at the origin", together);
  }

  public static Diagnosis tooFewTogether(int count, Exchanges seen) {
    int most = seen.maxInFlight();
    return Diagnosis.observed(
            "At most "
                + (most == 1 ? "1 request was" : most + " requests were")
                + " in flight at a time; "
                + count
                + " could have been.")
        .means(
            most <= 1
                ? "The downloads run one after another: each one waits for the one before it."
                : "Some of the waiting is done in turn that could be done together.")
        .nextStep("Send as many requests as allowed first, and wait for the replies "
            + "later.")
        .evidence("At the origin", seen);
  }
}
