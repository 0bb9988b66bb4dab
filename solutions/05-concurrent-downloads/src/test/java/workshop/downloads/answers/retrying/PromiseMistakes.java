package workshop.downloads.answers.retrying;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Returns a stage of the result. A cancel by the caller completes only that stage. */
  @WrongAnswer("The cancel did not reach your code")
  public static class ReturnsAStageOfTheResult extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return super.download(from, attempt, policy).thenApply(value -> value);
    }
  }

  /** Retries after any status. */
  @WrongAnswer(
      "The server answered with status 404: it does not have the file. The download tries again")
  public static class RetriesA404 extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean mayHelp(Throwable why) {
          return true;
        }
      }.start();
    }
  }

  /** Takes random numbers from a generator of its own. */
  @WrongAnswer("Take random numbers only from policy.random()")
  public static class UsesItsOwnRandom extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        double part() {
          return ThreadLocalRandom.current().nextDouble();
        }
      }.start();
    }
  }

  /** Retries until the deadline. */
  @WrongAnswer("4 attempts have failed. The download tries again")
  public static class RetriesWithoutLimit extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean isFinal(int nth, Throwable why) {
          return !mayHelp(why);
        }
      }.start();
    }
  }

  /** Adds FIRST_PAUSE to the bound after each failure instead of doubling the bound. */
  @WrongAnswer("does not double")
  public static class BacksOffLinearly extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Duration bound(int nth) {
          return Retrying.FIRST_PAUSE.multipliedBy(nth);
        }
      }.start();
    }
  }

  /** Doubles the pauses, without jitter. */
  @WrongAnswer("let policy.random() choose")
  public static class PausesWithoutJitter extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        double part() {
          return 1;
        }
      }.start();
    }
  }

  /** Adds the jitter to the bound. */
  @WrongAnswer("the limit is 200 ms")
  public static class AddsJitterOnTop extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        double part() {
          return 1 + super.part();
        }
      }.start();
    }
  }

  /** Retries after any exception. */
  @WrongAnswer("The attempt threw an exception, or returned null. The download tries again")
  public static class RetriesEveryFailure extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean mayHelp(Throwable why) {
          return !(why instanceof BadStatus) || super.mayHelp(why);
        }
      }.start();
    }
  }

  /** Sets a new deadline for each attempt. */
  @WrongAnswer("once for each attempt")
  public static class RestartsTheDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void begin(int nth) {
          if (nth > 1) {
            Future<?> alarm = setAlarm();
            result.whenComplete((_, _) -> callOff(alarm));
          }
          super.begin(nth);
        }
      }.start();
    }
  }

  /** Uses {@code orTimeout}, which completes only the future. */
  @WrongAnswer("No task for the deadline of 60500 ms was scheduled")
  public static class UsesOrTimeout extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Future<?> setAlarm() {
          result.orTimeout(policy.deadline().toNanos(), NANOSECONDS);
          return result;
        }

        @Override
        void callOff(Future<?> alarm) {}
      }.start();
    }
  }

  /** Does not catch what {@code schedule} throws. */
  @WrongAnswer("rejected a task. The result never completed")
  public static class IgnoresARejectedTask extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void next(int nth, Duration pause) {
          try {
            super.next(nth, pause);
          } catch (RuntimeException refused) {
            // lost
          }
        }
      }.start();
    }
  }

  /** Catches a rejected pause, but not a rejected deadline. */
  @WrongAnswer("The timer rejected the deadline, and download() threw")
  public static class ThrowsIfTheTimerRefuses extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        CompletableFuture<T> start() {
          Future<?> alarm = setAlarm();
          return start(alarm);
        }
      }.start();
    }
  }

  /** Begins the first attempt before the timer may reject the deadline. */
  @WrongAnswer("The timer rejected the deadline, but an attempt is still in flight")
  public static class BeginsBeforeTheDeadlineIsSet extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        CompletableFuture<T> start() {
          begin(1);
          Future<?> alarm;
          try {
            alarm = setAlarm();
          } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(refused);
          }
          result.whenComplete((_, _) -> {
            callOff(alarm);
            stop();
          });
          return result;
        }
      }.start();
    }
  }

  /** Draws a random number for the first pause, and doubles that pause. */
  @WrongAnswer("In each of 40 downloads, the second pause was twice as long as the first one")
  public static class DrawsOneRandomNumber extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      double part = policy.random().nextDouble();
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        double part() {
          return part;
        }
      }.start();
    }
  }

  /** Counts the failures of all downloads together. */
  @WrongAnswer("but a new Retrying schedules one")
  public static class CountsInAField extends Retrying {

    private int failures;

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean isFinal(int nth, Throwable why) {
          return ++failures >= ATTEMPTS || !mayHelp(why);
        }
      }.start();
    }
  }
}
