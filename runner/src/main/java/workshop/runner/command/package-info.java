/**
 * The commands: each reads its arguments, asks the core and the engine, prints, and returns an exit
 * code.
 *
 * <p>Exit codes are part of the contract with scripts: 0 passed or nothing to complain about, 1 not
 * solved or failing, 2 wrong usage or a broken environment.
 */
@NullMarked
package workshop.runner.command;

import org.jspecify.annotations.NullMarked;
