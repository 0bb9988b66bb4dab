package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import workshop.disk.Disk;

/**
 * The state in which no thread of the program can run: each one waits, or has ended. From then on
 * nothing changes, unless a clock wakes a thread.
 *
 * <p>One look cannot tell a thread that stands still from a thread that has not had its turn yet.
 * So the program is quiet only after many looks in a row. The count starts again when a thread
 * computes, when a simulated disk delay or a delayed reply is pending, or when what is watched has
 * moved. A look does not count while the machine is so busy that idle threads wait for their turn
 * ({@link TurnProbe}): a busy machine delays the answer and does not change it.
 *
 * <p>An object of this class watches one situation, for one thread. It is certain after {@value
 * #CERTAIN} looks in a row and not before a second, or the milliseconds in {@code
 * -Dworkshop.stillness}.
 */
public final class Quiescence {

  /** Time between two looks that count; a movement counts at any time. */
  static final long LOOK_MILLIS = 5;

  static final int CERTAIN = 50;

  /** Enough where a mistake shows at once. Each right answer pays for them: a tenth of a second. */
  static final int LIKELY = 20;

  /** The most looks of one wait: a thread that never stops computing must not prolong it. */
  private static final int LOOKS_IN_ALL = 1_000;

  /** Milliseconds. */
  static final String PROPERTY = "workshop.stillness";

  private static final long USUAL_MILLIS = 1_000;

  /** How many times as long a thread may compute. */
  private static final int ENDLESS = 4;

  /** How many times longer it takes where a clock may still wake a thread. */
  private static final int PATIENT = 3;

  private final long leastNanos;
  private final EndlessComputation computation;
  private int looks;
  private long since;
  private long last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
  private TurnProbe probe = TurnProbe.sent();

  /** Begins to watch. */
  public Quiescence() {
    this(1);
  }

  private Quiescence(int times) {
    leastNanos = TimeUnit.MILLISECONDS.toNanos(times * leastMillis());
    computation = new EndlessComputation(ENDLESS * leastMillis());
  }

  /** Returns how many milliseconds of quiet it takes at least. */
  static long leastMillis() {
    return Long.getLong(PROPERTY, USUAL_MILLIS);
  }

  /** Begins to watch where a clock may wake a thread soon: takes three seconds instead of one. */
  static Quiescence patient() {
    return new Quiescence(PATIENT);
  }

  /**
   * Waits until the program is quiet. Returns whether {@code condition} did not hold until then: a
   * wrong answer makes it hold at once, a right one does not. It is asked every few milliseconds on
   * the calling thread. An interrupt ends the wait, and is kept.
   */
  public static boolean reachedWithout(BooleanSupplier condition) {
    Quiescence quiescence = new Quiescence();
    for (int look = 0; look < LOOKS_IN_ALL && quiescence.looks < LIKELY; look++) {
      if (condition.getAsBoolean()) {
        return false;
      }
      if (quiescence.computation.isGoingOn()) {
        break;
      }
      quiescence.look();
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return !condition.getAsBoolean();
  }

  /**
   * Takes one look.
   *
   * @return whether the program has been quiet for so long that it stays so, or a thread never
   *     stops computing
   */
  public boolean isReached() {
    return isReached(true);
  }

  /**
   * Takes one look.
   *
   * @param still whether what is watched stands still at this moment; if not, all starts anew
   * @return whether it stood still, and the program was quiet, for all the looks; or whether a
   *     thread never stops computing
   */
  public boolean isReached(boolean still) {
    if (!still) {
      looks = 0;
    }
    long now = System.nanoTime();
    if (now - last < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
      return false;
    }
    last = now;
    return (still && look() && looks >= CERTAIN && now - since >= leastNanos)
        || computation.isGoingOn();
  }

  /** Returns whether no thread runs at this moment, and none will by itself. */
  static boolean looksQuiet() {
    return !PendingEvents.exist() && !Disk.delaysAnOperation() && !ThreadSnapshot.anyThreadIsBusy();
  }

  /** Returns whether this look counts. */
  private boolean look() {
    if (!looksQuiet()) {
      looks = 0;
      return false;
    }
    if (!probe.hasArrived()) {
      return false;
    }
    probe = TurnProbe.sent();
    if (looks++ == 0) {
      since = System.nanoTime();
    }
    return true;
  }
}
