/**
 * Compiles an exercise in this process and runs its suite in a disposable JVM.
 *
 * <p>{@link workshop.runner.judge.ExerciseCompiler} compiles, {@link
 * workshop.runner.judge.WorkerProcess} is a JVM that runs suites, {@link
 * workshop.runner.judge.WarmJudge} keeps one of them warm for the next save, and {@link
 * workshop.runner.judge.BatchJudge} judges many exercises in parallel.
 */
@NullMarked
package workshop.runner.judge;

import org.jspecify.annotations.NullMarked;
