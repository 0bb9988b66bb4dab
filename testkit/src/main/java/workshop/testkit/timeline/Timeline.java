package workshop.testkit.timeline;

import java.util.List;
import java.util.Optional;

/**
 * What the threads of one run did.
 *
 * @param nanos how long the run took
 * @param lanes callers first, then the other threads in the order of their first activity, virtual
 *     threads last
 */
public record Timeline(long nanos, List<Lane> lanes) {

  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /** Returns the lane of the thread that called the learner's method, if a call was recorded. */
  public Optional<Lane> caller() {
    return lanes.stream().filter(lane -> lane.kind() == Lane.Kind.CALLER).findFirst();
  }

  /** Returns the part of the run, from 0 to 1, in which the caller was free; 0 without a caller. */
  public double callerFreeShare() {
    long free = caller().map(lane -> lane.nanos(Activity.FREE)).orElse(0L);
    return nanos == 0 ? 0 : (double) free / nanos;
  }
}
