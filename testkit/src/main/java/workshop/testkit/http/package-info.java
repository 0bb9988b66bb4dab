/**
 * A real HTTP server on loopback that records its requests and can misbehave.
 *
 * <ul>
 *   <li>{@link workshop.testkit.http.Origin} is the server, for HTTP/1.1 and HTTP/2
 *   <li>{@link workshop.testkit.http.Route} is one of its paths, with the replies to the first,
 *       second and later requests
 *   <li>{@link workshop.testkit.http.Reply} is one reply. It may be late, slow, stalled, cut off,
 *       reset, or have a wrong length
 *   <li>{@link workshop.testkit.http.OriginGate} holds requests until a test releases them
 *   <li>{@link workshop.testkit.http.Exchanges} are the recorded requests, each an {@link
 *       workshop.testkit.http.Exchange}
 *   <li>{@link workshop.testkit.assertion.OriginAssert} checks them
 * </ul>
 *
 * <p>The server runs on its own event loop and uses no files.
 */
@NullMarked
package workshop.testkit.http;

import org.jspecify.annotations.NullMarked;
