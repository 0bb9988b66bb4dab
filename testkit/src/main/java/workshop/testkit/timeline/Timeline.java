package workshop.testkit.timeline;

import java.util.List;
import java.util.Optional;

/**
 * What the threads did in one run.
 *
 * @param nanos the length of the run
 * @param lanes callers first, then other threads by their first activity, virtual threads last
 */
public record Timeline(long nanos, List<Lane> lanes) {

  public Timeline {
    lanes = List.copyOf(lanes);
  }

  /** Returns the lane of the caller, if a call was recorded. */
  public Optional<Lane> caller() {
    return lanes.stream().filter(lane -> lane.kind() == Lane.Kind.CALLER).findFirst();
  }

  /** Returns the part of the run, from 0 to 1, in which the caller was free. */
  public double callerFreeShare() {
    long free = caller().map(lane -> lane.nanos(Activity.FREE)).orElse(0L);
    return nanos == 0 ? 0 : (double) free / nanos;
  }
}
