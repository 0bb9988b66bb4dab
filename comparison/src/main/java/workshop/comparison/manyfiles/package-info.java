/** Many files in flight, each written and read: throughput and latency of every technique. */
@NullMarked
package workshop.comparison.manyfiles;

import org.jspecify.annotations.NullMarked;
