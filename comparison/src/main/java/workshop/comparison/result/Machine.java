package workshop.comparison.result;

import java.util.Map;

/**
 * The machine and the software of a run.
 *
 * @param processors as the JVM counts them
 * @param memoryBytes the memory of the whole machine; 0 if unknown
 * @param fileSystem the file system of the working files, with what is known about its device
 * @param versions the versions of other software: "Vert.x" to "5.2.3"
 */
public record Machine(
    String operatingSystem,
    String processor,
    int processors,
    long memoryBytes,
    String jdk,
    String fileSystem,
    Map<String, String> versions) {}
