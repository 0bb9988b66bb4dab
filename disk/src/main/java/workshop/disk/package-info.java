/**
 * The disk that sees: a file system whose operations a test can watch, hold, slow and fail.
 *
 * <p>What a test uses:
 *
 * <ul>
 *   <li>{@link workshop.disk.Disk} puts a directory under watch
 *   <li>{@link workshop.disk.Recording} is what happened there: a list of {@link
 *       workshop.disk.DiskEvent}s
 *   <li>{@link workshop.disk.Rule} is what is to happen: short transfers, latency, faults
 *   <li>{@link workshop.disk.Gate} is where operations wait until the test lets them on
 * </ul>
 *
 * <p>How an operation gets there, one concern after the other:
 *
 * <ol>
 *   <li>{@link workshop.disk.WatchedFileSystemProvider} stands in front of the platform's provider.
 *       {@code Watches} tells it whether a path is under watch; elsewhere nothing more happens
 *   <li>{@code Opening} makes the {@code Watched…} channels and streams, and enters them in the
 *       {@code HandleLedger}
 *   <li>{@code OpenFile} and {@code Watch} turn each call into an {@code Operation}, which {@code
 *       EventLog} writes down
 *   <li>the operation meets the {@code Fault}s that the {@code Script} has for it
 *   <li>then the real file is read or written, on the same thread
 * </ol>
 *
 * <p>What it cannot see: {@code java.io} ({@link java.io.FileInputStream}, {@link
 * java.io.RandomAccessFile}, {@link java.io.File}), what a program does in mapped memory, the
 * single entries of a listing, and a file that is reached through a symbolic link from outside of
 * the watched directory.
 *
 * <p>Where a held operation is kinder or harsher than a real one: a virtual thread keeps its
 * carrier while it is held, as in the JDK, except in {@code force} and {@code lock}, where the JDK
 * adds another carrier, up to 256 of them, and this disk any number.
 */
package workshop.disk;
