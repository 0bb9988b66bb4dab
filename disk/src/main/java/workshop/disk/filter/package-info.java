/**
 * A file system that stands in front of the platform's own and changes nothing.
 *
 * <p>Everything here forwards, and wraps each path on its way out, so that a program which starts
 * with a wrapped path never loses the layer. What a layer <em>does</em> belongs into a subclass of
 * {@link workshop.disk.filter.FilterFileSystemProvider} elsewhere; {@code workshop.disk} is the one
 * that this house has.
 *
 * <ul>
 *   <li>{@link workshop.disk.filter.FilterFileSystemProvider} forwards every method of the
 *       provider; a test fails when a JDK adds one
 *   <li>{@code FilterFileSystem}, {@code FilterPath} lead back to that provider
 *   <li>{@code FilterDirectoryStream}, {@code FilterWatchService} and {@code FilterWatchKey} hand
 *       out wrapped paths, which the platform's own would not
 * </ul>
 *
 * <p>Channels know no paths, so the platform's own are handed out as they are.
 *
 * <p>What such a layer cannot do: a {@link java.nio.file.SecureDirectoryStream} becomes a plain
 * {@link java.nio.file.DirectoryStream}; {@link java.net.UnixDomainSocketAddress} refuses wrapped
 * paths; and a method called on one of the platform's <em>own</em> paths does not know a wrapped
 * one ({@code raw.resolve(wrapped)}, {@code raw.compareTo(wrapped)}). The other way round works.
 */
package workshop.disk.filter;
