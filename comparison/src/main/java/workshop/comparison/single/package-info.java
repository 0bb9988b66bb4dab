/**
 * What does one operation cost, with nothing else to do? {@link
 * workshop.comparison.single.OneOperation} asks it, and the answer is for whoever hopes that a
 * program gets faster by being asynchronous. Here, unlike in {@code files}, an operation is timed
 * and not a load, so JMH does it: {@link workshop.comparison.single.WriteThenReadBenchmark} is what
 * it times, {@link workshop.comparison.single.Jmh} has it do so in JVMs that do not outlive a
 * Ctrl-C, and {@link workshop.comparison.single.NotFaster} says what follows.
 */
@NullMarked
package workshop.comparison.single;

import org.jspecify.annotations.NullMarked;
