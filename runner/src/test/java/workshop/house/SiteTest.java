package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The navigation of the site leads to every page of the guide. */
class SiteTest {

  private static final Pattern CHAPTER = Pattern.compile("chapter\\(\"[^\"]+\", \"([^\"]*)\"\\)");

  @Test
  void the_navigation_lists_every_page_of_the_guide_once() throws IOException {
    assertThat(House.all(CHAPTER, House.read(Path.of("docs/.vitepress/config.mjs"))))
        .containsExactlyInAnyOrderElementsOf(
            House.guidePages().stream()
                .filter(page -> page.startsWith("docs"))
                .map(page -> page.toString().replace('\\', '/'))
                .map(page -> page.replaceAll("^docs/|(README)?\\.md$", ""))
                .toList());
  }
}
