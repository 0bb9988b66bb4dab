/**
 * Compiles in this process, and runs suites in disposable ones.
 *
 * <p>{@link workshop.runner.engine.Bench} compiles an exercise with its suite, {@link
 * workshop.runner.engine.WorkerProcess} is a JVM that waits to run it, {@link
 * workshop.runner.engine.Engine} keeps one such JVM warm for the next save, and {@link
 * workshop.runner.engine.Round} judges many exercises side by side.
 */
@NullMarked
package workshop.runner.engine;

import org.jspecify.annotations.NullMarked;
