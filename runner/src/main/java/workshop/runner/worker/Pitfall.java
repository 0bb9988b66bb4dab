package workshop.runner.worker;

import java.util.Locale;

/** The mistakes that make a program hang. The guide has a section with the name of each. */
public enum Pitfall {
  A_POOL_THAT_WAITS_FOR_ITSELF,
  A_FUTURE_THAT_IS_NEVER_COMPLETED,
  A_LATCH_THAT_IS_NEVER_COUNTED_DOWN,
  A_MISSED_SIGNAL,
  A_LOST_PERMIT,
  A_QUEUE_WITH_ONLY_ONE_END,
  A_THREAD_THAT_NEVER_ENDS,
  A_SLEEP_INSTEAD_OF_AN_EVENT,
  A_LOCK_THAT_IS_NEVER_RELEASED,
  A_DEADLOCK,
  AN_ENDLESS_LOOP,
  A_SYSTEM_CALL_THAT_NEVER_RETURNS,
  A_FULL_HEAP,
  A_STACK_OVERFLOW,
  AN_EARLY_EXIT;

  private static final String PAGE = "docs/hangs.md";

  /**
   * Returns the place where the guide explains it: a page, relative to the checkout, and a section.
   */
  public String place() {
    return PAGE + "#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
