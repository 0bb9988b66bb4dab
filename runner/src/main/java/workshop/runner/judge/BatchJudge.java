package workshop.runner.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.runner.worker.Limits;
import workshop.runner.worker.WorkerRequest;

/**
 * Judges many exercises, several in parallel. Each thread reuses its worker as long as the runs
 * leave nothing behind in it.
 */
public final class BatchJudge {

  private final BuildOutput build;
  private final Limits limits;
  private final WorkFolders folders;
  private final ExerciseCompiler compiler;
  private final Queue<Submission> submissions;
  private final BiConsumer<Exercise, ExerciseResult> listener;

  private BatchJudge(
      BuildOutput build,
      Limits limits,
      WorkFolders folders,
      ExerciseCompiler compiler,
      List<Submission> submissions,
      BiConsumer<Exercise, ExerciseResult> listener) {
    this.build = build;
    this.limits = limits;
    this.folders = folders;
    this.compiler = compiler;
    this.submissions = new ConcurrentLinkedQueue<>(submissions);
    this.listener = listener;
  }

  /**
   * Judges all submissions and blocks until the last one is judged.
   *
   * @param parallel how many to judge at a time
   * @param listener receives each result as it arrives, one call at a time
   */
  public static void judge(
      Checkout checkout,
      BuildOutput build,
      Limits limits,
      int parallel,
      List<Submission> submissions,
      BiConsumer<Exercise, ExerciseResult> listener)
      throws IOException, InterruptedException {
    try (WorkFolders folders = new WorkFolders(checkout);
        ExerciseCompiler compiler = new ExerciseCompiler(checkout, build, folders)) {
      new BatchJudge(build, limits, folders, compiler, submissions, listener)
          .run(Math.min(parallel, submissions.size()));
    }
  }

  private void run(int parallel) throws InterruptedException {
    try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, parallel))) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < parallel; i++) {
        ends.add(threads.submit(() -> new BatchThread().run()));
      }
      for (Future<?> end : ends) {
        try {
          end.get();
        } catch (ExecutionException e) {
          submissions.clear();
          throw WorkshopException.of(e.getCause());
        }
      }
    }
  }

  private final class BatchThread {

    private @Nullable WorkerProcess worker;

    @Nullable Void run() throws IOException, InterruptedException {
      try {
        Submission next = submissions.poll();
        while (next != null) {
          ExerciseResult result = judge(next);
          synchronized (listener) {
            listener.accept(next.exercise(), result);
          }
          next = submissions.poll();
        }
      } finally {
        endWorker();
      }
      return null;
    }

    private ExerciseResult judge(Submission submission) throws IOException, InterruptedException {
      long start = System.nanoTime();
      WorkerProcess ready = worker;
      boolean fresh = ready == null;
      if (ready == null) {
        ready = WorkerProcess.start(build, folders);
        worker = ready;
      }
      ExerciseCompiler.Compiled compiled = compiler.compile(submission);
      if (fresh) {
        ready.awaitReady();
      }
      if (!compiled.errors().isEmpty()) {
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new ExerciseResult.Uncompiled(compiled.errors(), millis);
      }
      SuiteSupervisor supervisor = new SuiteSupervisor(ready, start);
      ExerciseResult result =
          supervisor.run(compiled.request(WorkerRequest.Kind.JUDGE, 0, limits), test -> {});
      if (!supervisor.leftWorkerReusable()) {
        endWorker();
      }
      WorkFolders.delete(compiled.folder());
      return result;
    }

    private void endWorker() {
      WorkerProcess ended = worker;
      worker = null;
      if (ended != null) {
        ended.close();
      }
    }
  }
}
