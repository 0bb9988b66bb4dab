/**
 * What every measurement needs: {@link workshop.comparison.run.Runner} measures one {@link
 * workshop.comparison.run.Benchmark} after the other, {@link workshop.comparison.run.Recorder}
 * keeps the values, {@link workshop.comparison.run.Child} is a program that we start and talk to.
 */
@NullMarked
package workshop.comparison.run;

import org.jspecify.annotations.NullMarked;
