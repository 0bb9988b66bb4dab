package workshop.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the parts of this repository stand, for tests about the repository itself. */
final class House {

  private House() {}

  /** Returns the root of the checkout: the directory that holds the rules. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("CONTRIBUTING.md"))) {
      here = here.getParent();
      if (here == null) {
        throw new IllegalStateException("this test must run inside a checkout of the workshop");
      }
    }
    return here;
  }

  /** Returns the page of every exercise, relative to the root, in order. */
  static List<Path> exercisePages() throws IOException {
    try (Stream<Path> all = Files.find(root(), 3, (path, attributes) -> isExercisePage(path))) {
      return all.map(root()::relativize).sorted().toList();
    }
  }

  private static boolean isExercisePage(Path path) {
    return path.getFileName().toString().matches("\\d\\d-\\d+\\.md")
        && path.getParent().getFileName().toString().equals("exercises");
  }
}
