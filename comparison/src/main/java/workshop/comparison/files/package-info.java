/**
 * The question of the workshop itself: which way to write files and read them back is the fastest,
 * and from when on? {@link workshop.comparison.files.WriteThenRead} asks it. Every contender is a
 * program of its own, started once, that answers one request after the other: {@link
 * workshop.comparison.files.Worker} with one of the Java techniques in it, or a peer in another
 * language. So no contender profits from what the compiler learned about another one, and rounds
 * can alternate between them.
 */
@NullMarked
package workshop.comparison.files;

import org.jspecify.annotations.NullMarked;
