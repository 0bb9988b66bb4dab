package workshop.house;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the pages of this repository, for tests about the repository itself. */
final class House {

  private static final Set<String> MADE = Set.of("target", "node_modules");
  private static final Pattern MINUTES = Pattern.compile("(?m)^minutes: (\\d+)$");
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$");

  private House() {}

  /** Returns the root of the checkout. */
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
    return files().stream().filter(House::isExercisePage).toList();
  }

  /** Returns every Markdown page in the root and in {@code docs}, relative to the root. */
  static List<Path> guidePages() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> file.getNameCount() == 1 || file.startsWith("docs"))
        .toList();
  }

  /** Returns every Java source, relative to the root. */
  static List<Path> sources() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".java")).toList();
  }

  /** Returns the names of all classes that have their own source file. */
  static Set<String> sourceNames() throws IOException {
    return sources().stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns every file, in order, except those that a build or a command makes. */
  private static List<Path> files() throws IOException {
    Path root = root();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made = MADE.contains(name) || name.startsWith(".");
            return made && !folder.equals(root)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(root.relativize(file));
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream().sorted().toList();
  }

  /** Returns the guide's pages and the exercises' pages. */
  static List<Path> allPages() throws IOException {
    List<Path> pages = new ArrayList<>(guidePages());
    pages.addAll(exercisePages());
    return pages;
  }

  /** Returns the ids of all exercises. */
  static Set<String> exerciseIds() throws IOException {
    return exercisePages().stream().map(House::id).collect(Collectors.toCollection(TreeSet::new));
  }

  static String id(Path exercisePage) {
    return exercisePage.getFileName().toString().replace(".md", "");
  }

  /** Returns how many minutes all exercises with ids that begin with {@code prefix} take. */
  static int minutes(String prefix) throws IOException {
    int sum = 0;
    for (Path page : exercisePages()) {
      if (id(page).startsWith(prefix)) {
        Matcher minutes = MINUTES.matcher(read(page));
        if (!minutes.find()) {
          throw new IllegalStateException(page + " has no line \"minutes: N\"");
        }
        sum += Integer.parseInt(minutes.group(1));
      }
    }
    return sum;
  }

  static String read(Path page) throws IOException {
    return Files.readString(root().resolve(page));
  }

  /** Returns the page without its code blocks. */
  static String prose(Path page) throws IOException {
    return CODE_BLOCK.matcher(read(page)).replaceAll("");
  }

  /** Returns the text that the first group of {@code pattern} matches in {@code text}. */
  static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static boolean isExercisePage(Path path) {
    return path.toString().replace('\\', '/').matches("[^/]+/exercises/\\d\\d-\\d+\\.md");
  }
}
