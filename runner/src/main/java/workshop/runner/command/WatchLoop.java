package workshop.runner.command;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import workshop.runner.checkout.Saves;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.runner.port.Screen;
import workshop.runner.port.Tests;
import workshop.runner.watch.Draft;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Session;
import workshop.testkit.exercise.TestResult;

/**
 * The one loop of watch mode: takes events from one queue, hands them to the session, carries out
 * what it wants, and has it shown. Everything that takes long is done by others, who put an event
 * into the queue when they are done.
 */
final class WatchLoop {

  private final Workshop workshop;
  private final Session session;
  private final Tests tests;
  private final Screen screen;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /** What came of the effects. It comes before the queue: a key that is in there came after it. */
  private final Queue<Event> results = new ArrayDeque<>();

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clock");
        thread.setDaemon(true);
        return thread;
      });

  private Tests.@Nullable Run run;
  private @Nullable ScheduledFuture<?> ticks;
  private boolean ended;

  WatchLoop(Workshop workshop, Session session, Tests tests, Screen screen) {
    this.workshop = workshop;
    this.session = session;
    this.tests = tests;
    this.screen = screen;
  }

  /** Puts an event into the queue. Safe for use by any thread; returns at once. */
  void add(Event event) {
    events.add(event);
  }

  /** Runs until somebody quits, or nobody looks on any more. */
  void run() throws InterruptedException {
    try {
      carryOut(session.start());
      while (!ended) {
        Event event = results.isEmpty() ? events.take() : results.remove();
        if (session.concerns(event)) {
          carryOut(session.on(event));
          ended |= !screen.show(session, event);
        }
      }
    } finally {
      clock.shutdownNow();
    }
  }

  private void carryOut(List<Effect> effects) {
    for (Effect effect : effects) {
      try {
        carryOut(effect);
      } catch (IOException e) {
        Trouble trouble = Trouble.of(e);
        results.add(new Event.Noticed(trouble.what() + " " + trouble.remedy()));
      } catch (Trouble e) {
        results.add(new Event.Noticed(e.what() + " " + e.remedy()));
      }
    }
  }

  private void carryOut(Effect effect) throws IOException {
    switch (effect) {
      case Effect.Open(Exercise exercise) -> open(exercise);
      case Effect.Reread(Exercise exercise) -> results.add(new Event.Reread(read(exercise)));
      case Effect.Judge judge -> judge(judge);
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
      case Effect.Remember(Exercise exercise, Outcome outcome, var source) ->
          workshop.remember(exercise, outcome, source);
      case Effect.RememberHints(Exercise exercise, int shown) ->
          workshop.progress().update(p -> p.withHints(exercise.id(), shown));
      case Effect.Reset(Exercise exercise) -> reset(exercise);
      case Effect.Compare(Exercise exercise) ->
          results.add(
              new Event.Compared(
                  read(exercise).text(), workshop.checkout().text(exercise.solution())));
      case Effect.Quit() -> ended = true;
    }
  }

  private void open(Exercise exercise) throws IOException {
    results.add(new Event.Opened(exercise, read(exercise)));
    tests.prepare(exercise);
    workshop.progress().update(p -> p.withCurrent(exercise.id()));
  }

  private Draft read(Exercise exercise) throws IOException {
    return Saves.read(workshop.checkout(), exercise);
  }

  private void reset(Exercise exercise) throws IOException {
    String kept = workshop.drafts().reset(exercise).map(workshop.checkout()::relative).orElse("");
    workshop.progress().update(p -> p.without(exercise.id()));
    results.add(new Event.WasReset(read(exercise), kept));
  }

  private void judge(Effect.Judge judge) {
    startTicking(judge.run());
    run =
        tests.start(
            judge.exercise(),
            new Tests.Subject.Draft(judge.draft().text()),
            new Tests.Listener() {
              @Override
              public void compiled(Set<String> sources) {
                add(new Event.Compiled(judge.run(), sources));
              }

              @Override
              public void ended(TestResult result) {
                add(new Event.TestEnded(judge.run(), result));
              }

              @Override
              public void done(Outcome outcome) {
                add(new Event.Done(judge.run(), outcome));
              }

              @Override
              public void failed(Trouble trouble) {
                add(new Event.Failed(judge.run(), trouble));
              }
            });
  }

  /** A tick for a run that is over is passed over by the session. */
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
