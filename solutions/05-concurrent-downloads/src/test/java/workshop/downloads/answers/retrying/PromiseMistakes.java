package workshop.downloads.answers.retrying;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Every failure is worth another attempt, it seems. */
  @WrongAnswer("The server said 404: it does not have the file. The download was not given up")
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

  /** Random it is, but not by the generator that it was given. */
  @WrongAnswer("Draw it from policy.random()")
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

  /** Catches the exceptions of an attempt, and no Error. */
  @WrongAnswer("The second attempt threw an Error, and the download goes on")
  public static class LosesAnErrorOnTheTimer extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void begin(int nth) {
          if (nth == 1) {
            super.begin(nth);
            return;
          }
          CompletableFuture<T> running = attempt.get();
          follow(running);
          running.whenComplete((value, why) -> {
            if (why == null) {
              result.complete(value);
            } else if (isFinal(nth, Failure.cause(why))) {
              result.completeExceptionally(why);
            } else if (!result.isDone()) {
              next(nth, pause(nth, Failure.cause(why)));
            }
          });
        }
      }.start();
    }
  }

  /** Until it works, or until the deadline: whichever the server can stand. */
  @WrongAnswer("4 attempts have failed. The download was not given up")
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

  /** A part of the first pause, each time. */
  @WrongAnswer("They do not double")
  public static class PausesWithoutBackOff extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Duration bound(int nth) {
          return FIRST_PAUSE;
        }
      }.start();
    }
  }

  /** One FIRST_PAUSE more after each failure, instead of twice as much. */
  @WrongAnswer("They do not double")
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

  /** Grows, and each client pauses exactly as long as all the others. */
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

  /** The jitter comes on top of the pause. */
  @WrongAnswer("It may be at most 200 ms")
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

  /** A bug is repeated, and stays a bug. */
  @WrongAnswer("The attempt threw an exception, or returned null. The download was not given up")
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

  /** Four attempts, four deadlines. */
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

  /** A deadline by the clock of the JDK, on the future alone. */
  @WrongAnswer("No deadline of 60 s was scheduled")
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

  /** What schedule throws is lost in the stage that called it. */
  @WrongAnswer("refused the pause. The result never came")
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
}
