/**
 * The JVM that runs a learner's code: started before it is needed and discarded afterward.
 *
 * <p>{@link workshop.runner.worker.Worker} reads {@link workshop.runner.worker.WorkerRequest
 * requests} from standard input and writes {@link workshop.runner.worker.WorkerReply replies} to
 * standard output, one JSON object per line. {@link workshop.runner.worker.SuiteExecution} handles
 * one request. The worker ends when its input ends, so that it never outlives its parent.
 */
@NullMarked
package workshop.runner.worker;

import org.jspecify.annotations.NullMarked;
