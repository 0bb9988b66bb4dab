/**
 * The parts that every measurement needs: {@link workshop.comparison.run.Runner} measures one
 * {@link workshop.comparison.run.Benchmark} after another, {@link workshop.comparison.run.Recorder}
 * keeps the values, and {@link workshop.comparison.run.Child} is a child process that communicates
 * in lines.
 */
@NullMarked
package workshop.comparison.run;

import org.jspecify.annotations.NullMarked;
