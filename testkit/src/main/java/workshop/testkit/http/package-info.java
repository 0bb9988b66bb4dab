/**
 * A real HTTP server on loopback that misbehaves on request, and remembers who asked for what.
 *
 * <ul>
 *   <li>{@link workshop.testkit.http.Origin} is the server: HTTP/1.1 and HTTP/2 in clear text, on a
 *       port of the system's choosing
 *   <li>{@link workshop.testkit.http.Route} is one path of it, with the replies for the first,
 *       second and later requests
 *   <li>{@link workshop.testkit.http.Reply} is one reply: status, headers and body, and what is
 *       wrong with it (late, slow, stalled, cut, reset, of another length than it says)
 *   <li>{@link workshop.testkit.http.OriginGate} keeps requests waiting until a test lets them go
 *   <li>{@link workshop.testkit.http.Exchanges} is what was seen, one {@link
 *       workshop.testkit.http.Exchange} per request
 *   <li>{@link workshop.testkit.assertion.OriginAssert} judges it, in words for a learner
 * </ul>
 *
 * <p>Everything that the server does happens on one event loop of its own. No file is touched and
 * no clock is asked, except where a reply is told to be slow.
 */
@NullMarked
package workshop.testkit.http;

import org.jspecify.annotations.NullMarked;
