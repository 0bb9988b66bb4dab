/**
 * The workshop's command.
 *
 * <p>{@link workshop.runner.Main} hands the arguments to one of the {@linkplain
 * workshop.runner.command commands}. What they know and decide is the {@linkplain
 * workshop.runner.core core}, how it looks the {@linkplain workshop.runner.view view}; neither
 * knows a terminal, a process or a clock. Around them stand the {@linkplain
 * workshop.runner.checkout folder on disk}, the {@linkplain workshop.runner.engine engine} that
 * compiles and starts {@linkplain workshop.runner.worker workers}, and the {@linkplain
 * workshop.runner.terminal terminal}, behind the interfaces in {@link workshop.runner.port}.
 */
@NullMarked
package workshop.runner;

import org.jspecify.annotations.NullMarked;
