package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import workshop.disk.Disk;

/**
 * The state in which no thread of the program can run: each one waits, or has ended. From then on
 * nothing changes, unless a clock wakes a thread.
 *
 * <p>A single look cannot distinguish a thread that waits from a thread that has not had its turn
 * yet. So the program counts as quiet only after many looks in a row. The count restarts when a
 * thread computes, when a simulated disk delay or a delayed reply is pending, or when the watched
 * state has changed. A look does not count while the machine is so busy that idle threads wait for
 * their turn ({@link TurnProbe}), so a busy machine delays the answer but does not change it.
 *
 * <p>An object of this class watches one situation, for one thread. It is certain after {@value
 * #CERTAIN} looks in a row and not before a second, or the milliseconds in {@code
 * -Dworkshop.stillness}.
 */
public final class Quiescence {

  /** The time between two looks that count. A change counts at any time. */
  static final long LOOK_MILLIS = 5;

  static final int CERTAIN = 50;

  /**
   * Enough looks if a mistake shows at once. They take a tenth of a second, which every right
   * answer has to wait.
   */
  static final int LIKELY = 20;

  /**
   * The most looks of one wait, because a thread that never stops computing must not prolong it.
   */
  private static final int LOOKS_IN_ALL = 1_000;

  /** Milliseconds. */
  static final String PROPERTY = "workshop.stillness";

  private static final long USUAL_MILLIS = 1_000;

  /** How many times this long a thread may compute. */
  private static final int ENDLESS = 4;

  /** How many times longer it takes if a clock may still wake a thread. */
  private static final int PATIENT = 3;

  private final long leastNanos;
  private final EndlessComputation computation;
  private int looks;
  private long since;
  private long last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
  private TurnProbe probe = TurnProbe.sent();

  /** Starts watching. */
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

  /**
   * Starts watching a program in which a clock may soon wake a thread: takes three seconds instead
   * of one.
   */
  static Quiescence patient() {
    return new Quiescence(PATIENT);
  }

  /**
   * Waits until the program is quiet. Returns true if {@code condition} did not hold until then:
   * with a wrong answer, it holds at once; with a right one, it never does. The condition is
   * checked every few milliseconds on the calling thread. An interrupt ends the wait, and its flag
   * stays set.
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
   * @param still whether the watched state is unchanged at this moment; if not, the count restarts
   * @return whether the state was unchanged and the program was quiet for all looks, or a thread
   *     never stops computing
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

  /** Returns whether no thread is running at this moment and none will run by itself. */
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
