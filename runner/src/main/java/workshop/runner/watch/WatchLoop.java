package workshop.runner.watch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.ProgressFile;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.Submission;
import workshop.runner.judge.WarmJudge;
import workshop.runner.timeline.TimelineFiles;

/**
 * The loop of watch mode: takes one event after another from a queue, passes it to the session,
 * carries out the session's effects, and shows the session. Slow work happens on other threads,
 * which put an event into the queue when they are done.
 */
public final class WatchLoop {

  private final Session session;
  private final WarmJudge judge;
  private final ProgressFile progress;
  private final TimelineFiles timelines;
  private final Screen screen;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** Failed effects. They come before the queue, where a waiting key might clear the notice. */
  private final Queue<Event> failures = new ArrayDeque<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock").factory());

  private WarmJudge.@Nullable Run run;
  private @Nullable ScheduledFuture<?> ticks;
  private boolean ended;

  public WatchLoop(
      Session session,
      WarmJudge judge,
      ProgressFile progress,
      TimelineFiles timelines,
      Screen screen) {
    this.session = session;
    this.judge = judge;
    this.progress = progress;
    this.timelines = timelines;
    this.screen = screen;
  }

  /** Puts an event into the queue. Safe for use by any thread; returns at once. */
  public void add(Event event) {
    events.add(event);
  }

  /** Runs until the user quits or the output is closed. */
  public void run() throws InterruptedException {
    try {
      Event event = new Event.Started();
      while (!ended) {
        if (session.concerns(event)) {
          List<Effect> effects = session.on(event);
          effects.forEach(this::carryOut);
          ended |= !screen.show(session, event, effects);
        }
        if (!ended) {
          event = failures.isEmpty() ? events.take() : failures.remove();
        }
      }
    } finally {
      clock.shutdownNow();
    }
  }

  private void carryOut(Effect effect) {
    try {
      switch (effect) {
        case Effect.Open(var exercise) -> {
          judge.prepare(exercise);
          progress.update(p -> p.withCurrent(exercise.id()));
        }
        case Effect.Judge judged -> judge(judged);
        case Effect.Stop() -> {
          if (run != null) {
            run.stop();
          }
        }
        case Effect.Abandon() -> {
          if (run != null) {
            run.abandon();
          }
        }
        case Effect.Remember(var exercise, var result, var draft) -> {
          progress.update(p -> p.after(exercise.id(), result.state(), draft.digest()));
          if (result.recorded().isPresent()) {
            timelines.save(exercise, result.recorded().get());
          }
        }
        case Effect.RememberHints(var exercise, int shown) ->
            progress.update(p -> p.withHints(exercise.id(), shown));
        case Effect.Forget(var exercise) -> progress.update(p -> p.without(exercise.id()));
        case Effect.Quit() -> ended = true;
      }
    } catch (IOException | WorkshopException e) {
      failures.add(new Event.Noticed(WorkshopException.of(e).sentences()));
    }
  }

  private void judge(Effect.Judge judged) {
    startTicking(judged.run());
    Submission submission = Submission.ofDraft(judged.exercise(), judged.draft().text());
    run =
        judge.start(
            submission,
            test -> add(new Event.TestEnded(judged.run(), test)),
            text -> add(new Event.Noticed(text)));
    var _ =
        run.result()
            .whenComplete((result, failure) ->
                add(
                    failure == null
                        ? new Event.Done(judged.run(), result)
                        : new Event.Failed(judged.run(), WorkshopException.of(failure))));
  }

  /** The session ignores ticks of a run that is over. */
  private void startTicking(int number) {
    if (ticks != null) {
      ticks.cancel(false);
    }
    AtomicInteger seconds = new AtomicInteger();
    ticks =
        clock.scheduleAtFixedRate(
            () -> add(new Event.Passed(number, seconds.incrementAndGet())), 1, 1, TimeUnit.SECONDS);
  }
}
