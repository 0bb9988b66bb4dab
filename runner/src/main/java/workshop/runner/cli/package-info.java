/**
 * The commands: each reads its arguments, does its work, prints, and returns an exit code.
 *
 * <p>Exit codes are a contract with scripts: 0 means success, 1 not solved or failed, 2 wrong usage
 * or a broken environment.
 */
@NullMarked
package workshop.runner.cli;

import org.jspecify.annotations.NullMarked;
