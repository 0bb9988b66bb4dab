package workshop.downloads;

import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Exchanges;
import workshop.testkit.http.Origin;

/** Explains the mistakes that {@link StreamingTest} finds. */
final class StreamingDiagnosis {

  private StreamingDiagnosis() {}

  static Diagnosis losesBytes(int length, Disk disk, String end) {
    String found =
        disk.exists("menu.bin")
            ? "and the file has %d".formatted(disk.contents("menu.bin").length)
            : "and there is no file";
    return Diagnosis.observed(
            "The body had %d bytes, %s. The download %s.".formatted(length, found, end))
        .means(
            "Bytes arrived while the file was being opened. The response had no handler yet, so it"
                + " dropped them.")
        .nextStep("Call response.pipe() before you do anything that takes time.");
  }

  static Diagnosis neverOpensTheFile() {
    return Diagnosis.observed("The server has sent the reply, but the download opens no file.")
        .means("The body has nowhere to go, so it stays in memory or is dropped.")
        .nextStep("When the status is 200, open the file, and then pipe the body into it.");
  }

  static Diagnosis neverClosesTheFile() {
    return Diagnosis.observed("The whole body was sent, but the file was not closed.")
        .means("The download waits for an event that is already over, or that will never come.")
        .nextStep("Find the code that runs when the response ends, and close the file there.");
  }

  static Diagnosis endsBeforeTheClose() {
    return Diagnosis.observed("The download succeeded while its file was still being closed.")
        .means("A program that opens the file now may find it unfinished, or locked on Windows.")
        .nextStep("Let the result wait for the close as well, with compose or eventually.");
  }

  static Diagnosis readsWithoutLimit(long received, int length) {
    return Diagnosis.observed(
            "While the disk was held, the download read %d of %d bytes from the server."
                .formatted(received, length))
        .means(
            "All of these bytes are in memory. A larger file, or a hundred files, will not fit"
                + " into it.")
        .nextStep(
            "Use a pipe, so that the body flows only as fast as the file takes it"
                + " (back-pressure).");
  }

  static Diagnosis hasAnotherPoolSize(int size, Exchanges arrivals) {
    int count = arrivals.count();
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The client was created for %d connections, and %d requests were in flight at a time."
                .formatted(size, count));
    return (count < size
            ? observed
                .means(
                    "The other requests wait in the client's queue, which looks like a slow"
                        + " server.")
                .nextStep("Set the size of the client's pool, whose default is smaller.")
            : observed
                .means("The caller wanted fewer requests at a time, to spare the server.")
                .nextStep(
                    "Set the size of the client's pool to the value of the parameter connections."))
        .evidence("At the origin", arrivals);
  }

  static Diagnosis refusesToQueue(Throwable refused) {
    return Diagnosis.observed(
            "The client was created for 8 connections. One of 12 downloads failed: " + refused)
        .means("A request that finds no free connection has to wait for one, not fail.")
        .nextStep("Leave the client's queue without a limit, as it is by default.")
        .because(refused);
  }

  static Diagnosis endsBeforeItsDeadline(Throwable failure) {
    return Diagnosis.observed(
            "A download had five minutes, but it failed while the server was still working:"
                + " "
                + failure)
        .means("A timeout of the client, or of another download, ended it.")
        .nextStep("Give each download its own timer, and set no timeout on the client.")
        .because(failure);
  }

  static Diagnosis hasNoDeadline(Exchanges exchanges) {
    return Diagnosis.observed(
            "The body stalled after 100000 bytes. The deadline of 50 ms has passed, and the"
                + " download is still waiting.")
        .means(
            "The download will wait forever, because the timeouts of RequestOptions end with the"
                + " headers of the reply.")
        .nextStep(
            "Set a Vert.x timer that resets the request, and cancel the timer when the download"
                + " has ended.")
        .evidence("At the origin", exchanges);
  }

  static Diagnosis waitsForTheReply(Exchanges exchanges) {
    return Diagnosis.observed(
            "The server sent no reply. The deadline of 50 ms has passed, and the download is"
                + " still waiting.")
        .means(
            "The deadline does not cover the wait for the reply, so a silent server keeps the"
                + " caller waiting.")
        .nextStep("Set the timer before you send the request.")
        .evidence("At the origin", exchanges);
  }

  static Diagnosis restartsTheDeadline(Exchanges exchanges) {
    return Diagnosis.observed(
            "A few bytes arrived every 5 ms. The deadline of 100 ms has passed, and the download"
                + " continues.")
        .means(
            "Each piece starts the deadline again, so a slow server can keep the download going"
                + " for hours.")
        .nextStep("Set one timer for the whole download, and do not reset it when bytes arrive.")
        .evidence("At the origin", exchanges);
  }

  static Diagnosis setsManyTimers(int length, TrackedTimers timers) {
    return Diagnosis.observed(
            "A body of %d bytes arrived, and the download has set %d timers."
                .formatted(length, timers.count()))
        .means(
            "Each piece starts the deadline again, so a slow server can keep the download"
                + " going for hours.")
        .nextStep("Set one timer for the whole download, and do not reset it when bytes arrive.")
        .evidence("Timers", timers);
  }

  static Diagnosis waitsForAConnection(Origin origin) {
    return Diagnosis.observed(
            "The only connection was in use. The deadline of 50 ms has passed, and the second"
                + " download is still waiting for a connection.")
        .means(
            "Your deadline starts with the request, and without a connection, no request begins.")
        .nextStep("Let the deadline cover the wait for a connection: see RequestOptions.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis spendsTheDeadlineTwice(long millis) {
    return Diagnosis.observed(
            "A download waited for a connection, and then set a timer for its whole deadline of %d"
                    .formatted(millis)
                + " ms.")
        .means(
            "The wait for the connection did not count, so a download may take twice as long as"
                + " the deadline says.")
        .nextStep("Set the timer for the time that remains, or set it before the wait.");
  }

  static Diagnosis countsInSeconds(long deadline, long timer) {
    return Diagnosis.observed(
            "The deadline was %d ms, and the timer was set for %d ms.".formatted(deadline, timer))
        .means(
            "Whole seconds are too coarse. A deadline of 50 ms becomes one second, or no"
                + " deadline.")
        .nextStep("Convert the deadline with Duration.toMillis, not with toSeconds.");
  }

  static Diagnosis readsAnEndlessErrorPage(Origin origin) {
    return Diagnosis.observed(
            "The status was 500, and the error page never ends. The download waits for the"
                + " end of the page.")
        .means(
            "The error page is of no use. The download keeps a connection, and the caller waits.")
        .nextStep("If the status is not 200, reset the request and let the download fail.")
        .evidence("At the origin", origin.exchanges());
  }

  static Diagnosis overflows(Exception overflow) {
    return Diagnosis.observed(
            "The deadline was Duration.ofSeconds(Long.MAX_VALUE), and the download"
                + " failed: "
                + overflow)
        .means(
            "A deadline of \"forever\" is not an error, but it does not fit into Vert.x's"
                + " milliseconds.")
        .nextStep("Use the smaller of the deadline and Integer.MAX_VALUE milliseconds.")
        .because(overflow);
  }

  static Diagnosis roundsTheDeadlineToZero() {
    return Diagnosis.observed(
            "The deadline of half a millisecond has passed, but the download continues.")
        .means(
            "Converted to whole milliseconds, half a millisecond becomes 0, which means \"no"
                + " deadline\".")
        .nextStep("Round the deadline up to one millisecond.");
  }

  static Diagnosis cannotTakeAShortDeadline(Throwable failure) {
    return Diagnosis.observed("The deadline was half a millisecond. The download threw: " + failure)
        .means("Vert.x rejects a timer of 0 milliseconds.")
        .nextStep("Round the deadline up to one millisecond.")
        .because(failure);
  }

  static Diagnosis leavesATimer(String end, TrackedTimers timers) {
    return Diagnosis.observed("The download has %s, but its timer is still set.".formatted(end))
        .means(
            "The timer keeps the download in memory until the deadline, and then fires for no"
                + " reason.")
        .nextStep("When the download has ended, no matter how, cancel the timer.")
        .evidence("Timers", timers);
  }
}
