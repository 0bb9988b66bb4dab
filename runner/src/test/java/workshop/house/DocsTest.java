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

/** The documentation says what the sources say: excerpts are verbatim, links lead somewhere. */
class DocsTest {

  private static final Path HOUSE = House.root();
  private static final Pattern MARK = Pattern.compile("<!-- snippet: (\\S+) -->");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(HOUSE.resolve("docs"));
        Stream<Path> top = Files.list(HOUSE)) {
      return Stream.concat(docs, top)
          .filter(path -> path.toString().endsWith(".md"))
          .map(HOUSE::relativize)
          .sorted()
          .toList();
    }
  }

  @Test
  void there_are_pages_to_check() throws IOException {
    assertThat(pages()).hasSizeGreaterThan(5).contains(Path.of("README.md"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_excerpt_stands_in_the_source_that_it_names(Path page) throws IOException {
    for (Truncation excerpt : excerpts(Files.readAllLines(HOUSE.resolve(page)))) {
      assertThat(excerpt.source())
          .as("a snippet mark above the Java code\n%s", excerpt.code())
          .isPresent();
      Path source = HOUSE.resolve(excerpt.source().orElseThrow());
      assertThat(source).as("the source of an excerpt in %s", page).isRegularFile();
      assertThat(flat(Files.readAllLines(source)))
          .as("%s, of which %s shows an excerpt: bring the two together", source, page)
          .contains(flat(excerpt.code()));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_within_the_house_leads_somewhere(Path page) throws IOException {
    Matcher link = LINK.matcher(Files.readString(HOUSE.resolve(page)));
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains("://")) {
        assertThat(HOUSE.resolve(page).resolveSibling(target)).as("linked from %s", page).exists();
      }
    }
  }

  @Test
  void every_chapter_names_all_exercises_of_its_module() throws IOException {
    for (Path exercise : House.exercisePages()) {
      String id = exercise.getFileName().toString().replace(".md", "");
      Path chapter = HOUSE.resolve("docs").resolve(exercise.getName(0) + ".md");
      assertThat(chapter).content().as("the chapter that exercise %s belongs to", id).contains(id);
    }
  }

  @Test
  void an_excerpt_that_has_drifted_is_noticed() {
    List<String> source = List.of("  int a = 1;", "    int b = 2;");

    assertThat(flat(source)).contains(flat(List.of("int a = 1;", "  int b = 2;")));
    assertThat(flat(source)).doesNotContain(flat(List.of("int a = 1;", "int c = 2;")));
    assertThat(excerpts(List.of("```java", "int a;", "```")).getFirst().source()).isEmpty();
  }

  private record Truncation(Optional<String> source, List<String> code) {}

  private static List<Truncation> excerpts(List<String> page) {
    List<Truncation> excerpts = new ArrayList<>();
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
        excerpts.add(new Truncation(mark, page.subList(at + 1, end)));
        mark = Optional.empty();
        at = end;
      }
    }
    return excerpts;
  }

  /** An excerpt stands further to the left than its source, and is otherwise the same. */
  private static String flat(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }
}
