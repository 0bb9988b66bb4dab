/**
 * A file system that forwards everything to the platform's and changes nothing. Every path it
 * returns is wrapped, so that later operations come through it again. A subclass of {@link
 * workshop.disk.filter.FilterFileSystemProvider} adds behavior; a test fails if a JDK adds a method
 * that it does not forward.
 *
 * <p>Limits: a {@link java.nio.file.SecureDirectoryStream} becomes a plain {@link
 * java.nio.file.DirectoryStream}. {@link java.net.UnixDomainSocketAddress} rejects wrapped paths.
 * Methods of the platform's own paths do not accept wrapped ones ({@code raw.resolve(wrapped)},
 * {@code raw.compareTo(wrapped)}), but methods of wrapped paths accept both kinds.
 */
package workshop.disk.filter;
