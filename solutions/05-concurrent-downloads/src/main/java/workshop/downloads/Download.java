package workshop.downloads;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to download, and where to. Given; nothing to do here.
 *
 * @param from may end in {@code #sha256=} and a checksum in hex, which is not sent to the server:
 *     see {@link Checksum#verify(Download)}
 * @param to the file
 */
public record Download(URI from, Path to) {

  /**
   * Returns a download for each URL, in the same order. Each goes to a file in {@code directory},
   * named like the last part of its URL's path.
   *
   * @throws IllegalArgumentException if a URL is not http or https, if its path does not end in the
   *     name of a file, or if two of them end in the same name
   */
  public static List<Download> into(Path directory, List<URI> files) {
    List<Download> downloads = files.stream().map(from -> into(directory, from)).toList();
    Set<Path> targets = new HashSet<>();
    for (Download download : downloads) {
      if (!targets.add(download.to())) {
        throw new IllegalArgumentException("two URLs end in the same name: " + download.from());
      }
    }
    return downloads;
  }

  private static Download into(Path directory, URI from) {
    HttpRequest.newBuilder(from); // refuses what is not http or https
    String path = from.getPath() == null ? "" : from.getPath();
    Path folder = directory.toAbsolutePath().normalize();
    Path to = folder.resolve(path.substring(path.lastIndexOf('/') + 1)).normalize();
    // The empty name, "." and ".." lead elsewhere; on Windows, so do backslashes and drives.
    if (!folder.equals(to.getParent())) {
      throw new IllegalArgumentException("the URL must end in the name of a file: " + from);
    }
    return new Download(from, directory.resolve(to.getFileName()));
  }
}
