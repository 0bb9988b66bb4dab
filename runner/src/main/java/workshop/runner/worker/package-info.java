/**
 * The JVM that runs a learner's code, started and warmed before it is needed and thrown away after.
 *
 * <p>{@link workshop.runner.worker.Worker} takes {@link workshop.runner.worker.Order orders} from
 * its standard input and answers with {@link workshop.runner.worker.Reply replies} on its standard
 * output, one JSON object a line; {@link workshop.runner.worker.Sitting} is one such order. What
 * the learner's code prints is {@linkplain workshop.runner.worker.Capture captured}. It ends by
 * itself when its input does, so that none outlives the command that started it.
 */
@NullMarked
package workshop.runner.worker;

import org.jspecify.annotations.NullMarked;
