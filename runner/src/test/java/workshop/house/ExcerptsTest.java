package workshop.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code on the pages equals the code in the sources, and no chapter gives an exercise away. */
class ExcerptsTest {

  private static final Pattern MARK = Pattern.compile("<!-- snippet: (\\S+) -->");
  private static final Pattern SOLUTION = Pattern.compile("solutions/.*/src/main/.*");
  private static final Pattern HEADING = Pattern.compile("(?m)^## ([^:\n]+)");
  private static final Pattern VERDICT =
      Pattern.compile("(?m)^ +What (?:it means|to do) +(.+(?:\n {17}.+)*)$");
  private static final String SPOILERS = "## In full";

  static List<Path> pages() throws IOException {
    return House.guidePages();
  }

  static List<Path> chapters() throws IOException {
    return pages().stream().filter(page -> page.toString().matches("docs.0[1-9]-.*")).toList();
  }

  @Test
  void there_are_pages_to_check() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(15).contains(Path.of("README.md"));
    assertThat(chapters()).hasSize(5);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_excerpt_is_part_of_the_source_that_it_names(Path page) throws IOException {
    for (Excerpt excerpt : excerpts(House.read(page).lines().toList())) {
      assertThat(excerpt.source())
          .as("a snippet mark above the Java code in %s:%s", page, excerpt.line())
          .isPresent();
      Path source = House.root().resolve(excerpt.source().orElseThrow());
      assertThat(source).as("the source of an excerpt in %s", page).isRegularFile();
      assertThat(flat(Files.readAllLines(source)))
          .as("%s differs from its excerpt in %s:%s", source, page, excerpt.line())
          .contains(flat(excerpt.code()));
    }
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void a_chapter_shows_solutions_only_at_its_end(Path chapter) throws IOException {
    assertThat(spoilers(House.read(chapter).lines().toList()))
        .as("excerpts of solutions before \"%s\" in %s", SPOILERS, chapter)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void every_chapter_has_the_same_sections(Path chapter) throws IOException {
    assertThat(House.all(HEADING, House.read(chapter)))
        .as("sections of %s", chapter)
        .containsSubsequence(
            "The problem",
            "The smallest failing example",
            "The idea",
            "The mechanism",
            "Exercises",
            "What to look for in your timeline",
            "When to use it, and when not",
            "In full");
  }

  @Test
  void the_dependency_for_readers_has_the_version_that_is_tested_here() throws IOException {
    String version =
        House.all(
                Pattern.compile("<vertx.version>([^<]+)</vertx.version>"),
                House.read(Path.of("pom.xml")))
            .getFirst();

    assertThat(House.read(Path.of("docs/rust-to-java.md")))
        .contains("<artifactId>vertx-core</artifactId>\n  <version>" + version + "</version>");
  }

  @Test
  void the_pages_name_the_option_that_the_build_uses() throws IOException {
    String option =
        House.all(Pattern.compile("<disk>([^<]+)</disk>"), House.read(Path.of("pom.xml")))
            .getFirst();

    assertThat(House.read(Path.of("README.md"))).contains("`" + option + "`");
    assertThat(House.read(Path.of("docs/testing.md"))).contains(option);
  }

  @Test
  void the_verdict_on_the_front_page_is_one_that_the_suites_give() throws IOException {
    List<String> sentences = House.all(VERDICT, House.read(Path.of("README.md")));
    assertThat(sentences).hasSize(2);

    String sources = sources("testkit/src/main", "02-thread-pool-offload/src/test");
    assertThat(sentences)
        .map(sentence -> sentence.replaceAll("\\s+", " "))
        // A verdict begins with a capital letter and ends with a period, but its source need not.
        .map(sentence -> sentence.substring(1, sentence.length() - 1))
        .allSatisfy(sentence -> assertThat(sources.contains(sentence)).isTrue());
  }

  @Test
  void an_excerpt_that_differs_from_its_source_is_noticed() {
    List<String> source = List.of("  int a = 1;", "    int b = 2;");

    assertThat(flat(source)).contains(flat(List.of("int a = 1;", "  int b = 2;")));
    assertThat(flat(source)).doesNotContain(flat(List.of("int a = 1;", "int c = 2;")));
    assertThat(excerpts(List.of("```java", "int a;", "```")).getFirst().source()).isEmpty();
  }

  @Test
  void a_solution_before_its_heading_is_noticed() {
    List<String> excerpt =
        List.of("<!-- snippet: solutions/02/src/main/java/A.java -->", "```java", "x();", "```");
    List<String> early = new ArrayList<>(excerpt);
    early.add(SPOILERS);
    List<String> late = new ArrayList<>(excerpt);
    late.addFirst(SPOILERS + ": for when you have solved it");

    assertThat(spoilers(early)).containsExactly("line 2: solutions/02/src/main/java/A.java");
    assertThat(spoilers(late)).isEmpty();
  }

  /** Returns all Java code below the folders, with split string literals joined. */
  private static String sources(String... folders) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : folders) {
      try (Stream<Path> files = Files.walk(House.root().resolve(folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
        }
      }
    }
    return all.toString();
  }

  private record Excerpt(Optional<String> source, int line, List<String> code) {}

  private static List<Excerpt> excerpts(List<String> page) {
    List<Excerpt> excerpts = new ArrayList<>();
    Optional<String> mark = Optional.empty();
    for (int at = 0; at < page.size(); at++) {
      String line = page.get(at).strip();
      Matcher marked = MARK.matcher(line);
      if (marked.matches()) {
        mark = Optional.of(marked.group(1));
      } else if (line.equals("```java")) {
        int end = at + 1;
        while (!page.get(end).strip().equals("```")) {
          end++;
        }
        excerpts.add(new Excerpt(mark, at + 1, page.subList(at + 1, end)));
        mark = Optional.empty();
        at = end;
      }
    }
    return excerpts;
  }

  private static List<String> spoilers(List<String> chapter) {
    int end = 0;
    while (end < chapter.size() && !chapter.get(end).startsWith(SPOILERS)) {
      end++;
    }
    return excerpts(chapter.subList(0, end)).stream()
        .filter(excerpt -> SOLUTION.matcher(excerpt.source().orElse("")).matches())
        .map(excerpt -> "line " + excerpt.line() + ": " + excerpt.source().orElseThrow())
        .toList();
  }

  /**
   * Returns the lines without their indentation, in which an excerpt may differ from its source.
   */
  private static String flat(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }
}
