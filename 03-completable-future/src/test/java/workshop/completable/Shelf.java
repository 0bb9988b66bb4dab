package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.Disk;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** The files of {@link ManyFilesTest}, and what must become of them. */
final class Shelf {

  static final List<String> NAMES =
      List.of("a.txt", "b.txt", "c.txt", "d.txt", "e.txt", "f.txt", "g.txt", "h.txt");

  private Shelf() {}

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
    List<String> expected = NAMES.stream().map(Shelf::contentOf).toList();
    List<String> found = new ArrayList<>();
    for (byte[] content : contents) {
      found.add(content == null ? "nothing" : new String(content, UTF_8));
    }
    if (!found.equals(expected)) {
      throw Diagnosis.observed("The future brought " + found)
          .means("Expected are the contents in the order of the files, whoever was back first.")
          .nextStep("Put each result in the place of its file; do not collect them as they come.");
    }
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
            case null -> "nothing";
            case ManyFiles.Result.Content(Path file, byte[] bytes) ->
                file.getFileName() + ": " + new String(bytes, UTF_8);
            case ManyFiles.Result.Failure(Path file, Throwable reason) ->
                file.getFileName()
                    + ": "
                    + reason
                        .getClass()
                        .getSimpleName()
                        .replace("FileSystemException", "IOException");
          });
    }
    if (!found.equals(expected)) {
      throw OnDisk.shown(
          Diagnosis.observed("tryAll(...) brought " + found)
              .means("Expected is " + expected)
              .nextStep(
                  "Turn a failure into a result where it happens, before it can reach the others."),
          disk);
    }
  }
}
