package workshop.comparison.result;

import java.util.Map;

/**
 * The machine and the software that a run was measured with.
 *
 * @param processors as the JVM counts them
 * @param memoryBytes of the whole machine, 0 if unknown
 * @param fileSystem type of the file system that holds the working files, and what is known of the
 *     device below, such as "ext4 on /dev/vda1"
 * @param versions what else took part, from its name to its version: "Vert.x" to "5.2.3"
 */
public record Machine(
    String operatingSystem,
    String processor,
    int processors,
    long memoryBytes,
    String jdk,
    String fileSystem,
    Map<String, String> versions) {

  public Machine {
    versions = Map.copyOf(versions);
  }
}
