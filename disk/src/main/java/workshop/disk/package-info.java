/**
 * A file system whose operations a test can record, hold, slow down and fail.
 *
 * <p>A test uses:
 *
 * <ul>
 *   <li>{@link workshop.disk.Disk} watches a directory
 *   <li>{@link workshop.disk.Recording} is the list of {@link workshop.disk.DiskEvent}s there
 *   <li>{@link workshop.disk.Rule} changes operations: short transfers, latency, errors
 *   <li>{@link workshop.disk.Gate} holds operations until the test releases them
 * </ul>
 *
 * <p>An operation takes these steps:
 *
 * <ol>
 *   <li>{@link workshop.disk.WatchedFileSystemProvider} receives the call. {@code Watches} tells it
 *       whether the path is watched
 *   <li>{@code Opening} creates the {@code Watched…} channels and streams, and registers them in
 *       the {@code HandleLedger}
 *   <li>{@code OpenFile} and {@code Watch} turn each call into an {@code Operation}, which the
 *       {@code EventLog} records
 *   <li>the {@code Fault}s of the {@code Script} are applied
 *   <li>the real file is read or written, on the same thread
 * </ol>
 *
 * <p>The disk does not record {@code java.io} ({@link java.io.FileInputStream}, {@link
 * java.io.RandomAccessFile}, {@link java.io.File}), mapped memory, the entries of a listing, or a
 * file that is reached through a symbolic link from outside the directory.
 *
 * <p>A held operation pins a virtual thread to its carrier, as in the JDK. For {@code force} and
 * {@code lock} the JDK adds up to 256 carriers instead, and this disk adds any number.
 */
package workshop.disk;
