package workshop.runner.worker;

import java.util.Locale;

/** What stops a program for good. Each has a section of that name in the page of the guide. */
public enum Pitfall {
  A_THREAD_THAT_WAITS_FOR_ITSELF,
  A_RESULT_THAT_NOBODY_DELIVERS,
  A_COUNT_THAT_NOBODY_ENDS,
  A_CALL_THAT_NOBODY_HEARS,
  A_PERMIT_THAT_IS_NOT_GIVEN_BACK,
  A_QUEUE_WITHOUT_ANOTHER_END,
  A_THREAD_THAT_DOES_NOT_END,
  A_SLEEP_IN_PLACE_OF_AN_EVENT,
  A_LOCK_THAT_IS_NOT_RELEASED,
  A_DEADLOCK,
  A_LOOP_WITHOUT_END,
  A_SYSTEM_CALL_THAT_DOES_NOT_RETURN,
  A_MEMORY_THAT_FILLS,
  A_STACK_THAT_OVERFLOWS,
  AN_EXIT_IN_THE_MIDDLE;

  private static final String PAGE = "docs/pitfalls.md";

  /** Returns where it is explained: a page, relative to the checkout, and a section of it. */
  public String place() {
    return PAGE + "#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
