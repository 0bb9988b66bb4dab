package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.Disk;
import workshop.testkit.assertion.OnDisk;

/** The files of {@link ManyFilesTest}, and their results. */
final class SampleFiles {

  static final List<String> NAMES =
      List.of("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt");

  private SampleFiles() {}

  static void seed(Disk disk) {
    NAMES.forEach(name -> disk.seed(name, contentOf(name)));
  }

  private static String contentOf(String name) {
    return "the content of " + name;
  }

  static List<Path> paths(Disk disk) {
    return NAMES.stream().map(disk::path).toList();
  }

  static void assertContents(List<byte[]> contents) {
    assertContents(NAMES, contents);
  }

  /** Expects the contents of the files of these names, in this order. */
  static void assertContents(List<String> names, List<byte[]> contents) {
    List<String> found = new ArrayList<>();
    for (byte[] content : contents) {
      found.add(content == null ? "null" : new String(content, UTF_8));
    }
    List<String> expected = names.stream().map(SampleFiles::contentOf).toList();
    if (!found.equals(expected)) {
      throw ManyFilesDiagnosis.otherContents(expected, found);
    }
  }

  private static String nameOf(Throwable reason) {
    return reason.getClass().getSimpleName().replace("FileSystemException", "IOException");
  }

  /** Expects a result for each file: b.txt is missing, g.txt cannot be read. */
  static void assertResults(Disk disk, List<ManyFiles.Result> results) {
    List<String> expected = new ArrayList<>();
    for (String name : NAMES) {
      expected.add(
          switch (name) {
            case "b.txt" -> name + ": NoSuchFileException";
            case "g.txt" -> name + ": IOException";
            default -> name + ": " + contentOf(name);
          });
    }
    List<String> found = new ArrayList<>();
    for (ManyFiles.Result result : results) {
      found.add(
          switch (result) {
            case null -> "null";
            case ManyFiles.Result.Content(Path file, byte[] bytes) ->
                file.getFileName() + ": " + (bytes == null ? "null" : new String(bytes, UTF_8));
            case ManyFiles.Result.Failure(Path file, Throwable reason) ->
                file.getFileName() + ": " + (reason == null ? "null" : nameOf(reason));
          });
    }
    if (!found.equals(expected)) {
      throw OnDisk.shown(ManyFilesDiagnosis.otherResults(expected, found), disk);
    }
  }
}
