package workshop.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the pages of this repository, for tests about the repository itself. */
final class House {

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
    try (Stream<Path> all = Files.find(root(), 3, (path, attributes) -> isExercisePage(path))) {
      return all.map(root()::relativize).sorted().toList();
    }
  }

  /** Returns every Markdown page in the root and in {@code docs}, relative to the root. */
  static List<Path> guidePages() throws IOException {
    try (Stream<Path> docs = Files.walk(root().resolve("docs"));
        Stream<Path> top = Files.list(root())) {
      return Stream.concat(docs, top)
          .filter(path -> path.toString().endsWith(".md"))
          .map(root()::relativize)
          .sorted()
          .toList();
    }
  }

  /** Returns every Java source, without those that a build has made. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(root())) {
      return files.filter(House::isSource).map(root()::relativize).sorted().toList();
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java")
        && StreamSupport.stream(file.spliterator(), false).noneMatch(Path.of("target")::equals);
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

  /** Returns how many minutes the exercises take whose ids begin with {@code prefix}. */
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

  /** Returns what the first group of {@code pattern} matches in {@code text}. */
  static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private static boolean isExercisePage(Path path) {
    return path.getFileName().toString().matches("\\d\\d-\\d+\\.md")
        && path.getParent().getFileName().toString().equals("exercises");
  }
}
