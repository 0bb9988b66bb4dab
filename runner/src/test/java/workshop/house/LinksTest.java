package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a page links to or names exists: files, headings, exercises, tests, sources. */
class LinksTest {

  private static final Pattern INLINE = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern REFERENCE = Pattern.compile("(?m)^\\[[^]]+]:\\s+(\\S+)");
  private static final Pattern USED_REFERENCE = Pattern.compile("]\\[([^]]+)]");
  private static final Pattern DEFINED_REFERENCE = Pattern.compile("(?m)^\\[([^]]+)]:");
  private static final Pattern IMAGE = Pattern.compile("(?:src|srcset)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} (.+)$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");
  private static final Pattern EXERCISE = Pattern.compile("\\b(0[1-5]-\\d+)\\b");
  private static final Pattern SOURCE =
      Pattern.compile("`((?:[\\w.-]+/)+[\\w.-]+\\.(?:java|md|json|yml|sh))`");

  static List<Path> pages() throws IOException {
    return House.allPages();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_link_leads_to_a_file_and_a_heading(Path page) throws IOException {
    assertThat(deadLinks(page, House.prose(page))).as("dead links in %s", page).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void every_exercise_test_and_source_that_a_page_names_exists(Path page) throws IOException {
    Set<String> names = House.sourceNames();
    String text = House.prose(page);

    assertThat(House.all(TEST, text)).as("tests named in %s", page).isSubsetOf(names);
    if (!page.endsWith("CONTRIBUTING.md")) { // it names an exercise that is yet to be written
      assertThat(House.all(EXERCISE, text)).isSubsetOf(House.exerciseIds());
      assertThat(House.all(SOURCE, text))
          .as("files named in %s", page)
          .allSatisfy(file -> assertThat(exists(page, file)).as(file).isTrue());
    }
  }

  @Test
  void every_chapter_names_all_exercises_of_its_module() throws IOException {
    for (Path exercise : House.exercisePages()) {
      String chapter = House.read(Path.of("docs", exercise.getName(0) + ".md"));
      assertThat(chapter).as("the chapter of exercise %s", exercise).contains(House.id(exercise));
    }
  }

  @Test
  void the_question_sheet_has_every_exercise() throws IOException {
    String sheet = House.read(Path.of("docs/instructor/questions.md"));

    assertThat(House.all(Pattern.compile("(?m)^### (\\d\\d-\\d+) "), sheet))
        .containsExactlyElementsOf(House.exerciseIds());
  }

  @Test
  void a_dead_link_is_noticed() throws IOException {
    Path page = Path.of("docs/README.md");

    assertThat(deadLinks(page, "[a](primer.md) [b](primer.md#an-interrupt-is-a-request-to-stop)"))
        .isEmpty();
    assertThat(deadLinks(page, "[a](nowhere.md) [b](primer.md#nowhere) [c](#nowhere) [d][e]"))
        .containsExactlyInAnyOrder("nowhere.md", "primer.md#nowhere", "#nowhere", "[e]");
  }

  private static List<String> deadLinks(Path page, String text) throws IOException {
    List<String> targets = new ArrayList<>(House.all(INLINE, text));
    targets.addAll(House.all(REFERENCE, text));
    targets.addAll(House.all(IMAGE, text));
    List<String> dead = new ArrayList<>();
    for (String target : targets) {
      if (!target.contains("://") && !leadsSomewhere(page, target)) {
        dead.add(target);
      }
    }
    List<String> defined = House.all(DEFINED_REFERENCE, text);
    House.all(USED_REFERENCE, text).stream()
        .filter(name -> !defined.contains(name))
        .forEach(name -> dead.add("[" + name + "]"));
    return dead;
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
    if (!Files.exists(House.root().resolve(file))) {
      return false;
    }
    return parts.length == 1 || anchors(House.read(file)).contains(parts[1]);
  }

  /** Returns the anchors that sites with Markdown create for the headings. */
  private static Set<String> anchors(String text) {
    return House.all(HEADING, text).stream()
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .map(heading -> heading.replace(' ', '-'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean exists(Path page, String file) {
    return Files.exists(House.root().resolve(file))
        || Files.exists(House.root().resolve(page).resolveSibling(file));
  }
}
