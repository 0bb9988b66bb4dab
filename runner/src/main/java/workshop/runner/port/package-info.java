/** What the core needs of the world outside: keys, a screen, file events, and tests that run. */
@NullMarked
package workshop.runner.port;

import org.jspecify.annotations.NullMarked;
