package workshop.runner.course;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the catalog from the pages {@code NN-…/exercises/NN-k.md} of a checkout. */
public final class CatalogReader {

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+)\\s*;");
  private static final String REMEDY =
      "Is this a whole checkout? \"git status\" shows what is missing or changed.";

  private CatalogReader() {}

  /**
   * Returns all exercises.
   *
   * @throws WorkshopException in one sentence, if a page or a starter is missing or broken
   */
  public static Catalog read(Checkout checkout) throws IOException {
    List<Exercise> exercises = new ArrayList<>();
    for (Path module : matching(checkout.root(), "[0-9][0-9]-*")) {
      Path pages = module.resolve("exercises");
      if (Files.isDirectory(pages)) {
        for (Path page : matching(pages, "[0-9][0-9]-*.md")) {
          exercises.add(exercise(checkout, module.getFileName().toString(), page));
        }
      }
    }
    if (exercises.isEmpty()) {
      throw new WorkshopException("There are no exercises in " + checkout.root() + ".", REMEDY);
    }
    return new Catalog(exercises);
  }

  private static Exercise exercise(Checkout checkout, String module, Path file) throws IOException {
    String name = checkout.relative(file);
    try {
      ExerciseId id =
          ExerciseId.parse(file.getFileName().toString().replaceFirst("\\.md$", ""))
              .orElseThrow(() -> new IllegalArgumentException(name + " is not named like 01-2.md"));
      Page page = Page.parse(name, checkout.text(name));
      String packageName = packageOf(checkout, module + "/starters/" + page.file());
      return new Exercise(id, module, packageName, suiteFiles(checkout, module, packageName), page);
    } catch (IllegalArgumentException e) {
      throw new WorkshopException(e.getMessage() + ".", REMEDY, e);
    }
  }

  /** Returns the package that the starter declares; the learner's own file may be half-written. */
  private static String packageOf(Checkout checkout, String starter) throws IOException {
    try {
      Matcher matcher = PACKAGE.matcher(checkout.text(starter));
      if (matcher.find()) {
        return matcher.group(1);
      }
      throw new IllegalArgumentException(starter + " has no package");
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(starter + " is missing", e);
    }
  }

  /** Returns the suite and its helpers, which are in the same folder. */
  private static Set<String> suiteFiles(Checkout checkout, String module, String packageName)
      throws IOException {
    Path folder = checkout.path(module + "/src/test/java/" + packageName.replace('.', '/'));
    return matching(folder, "*.java").stream()
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toSet());
  }

  private static List<Path> matching(Path folder, String glob) throws IOException {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(found::add);
    }
    return found;
  }
}
