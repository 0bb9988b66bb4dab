package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Results;

class HtmlReportTest {

  private static final Pattern SCRIPT = Pattern.compile("(?s)(<script[^>]*>)(.*?)(</script>)");

  private final Results results = Example.results();
  private final String page = HtmlReport.of(results, Text.of(results, Optional.empty()));

  @Test
  void the_page_is_well_formed() throws Exception {
    assertThat(elements("html")).hasSize(1);
    assertThat(elements("table")).hasSizeGreaterThan(10);
  }

  @Test
  void the_page_fetches_nothing() throws Exception {
    assertThat(page).contains("content=\"default-src 'none';");
    for (String attribute : List.of("src", "srcset", "data", "action", "poster")) {
      assertThat(withAttribute(attribute)).as("elements with %s", attribute).isEmpty();
    }
    assertThat(withAttribute("href"))
        .isNotEmpty()
        .allMatch(element -> element.getAttribute("href").startsWith("#"));
    assertThat(elements("link")).isEmpty();
    assertThat(elements("style")).hasSize(1);
    assertThat(elements("style").getFirst().getTextContent()).doesNotContain("url(", "@import");
  }

  @Test
  void who_allows_no_scripts_is_told_where_the_numbers_are() throws Exception {
    assertThat(elements("noscript"))
        .singleElement()
        .extracting(HtmlReportTest::text)
        .asString()
        .contains("tables");
  }

  @Test
  void the_charts_are_within_and_end_no_script_too_early() {
    assertThat(SCRIPT.matcher(page).results()).hasSize(3);
    assertThat(page).contains("Licensed to the Apache Software Foundation").endsWith("</html>\n");
    assertThat(page.split("</script", -1)).hasSize(4);
  }

  @Test
  void every_figure_has_a_plot_and_a_table_of_all_its_numbers() throws Exception {
    JsonArray plots = plots();
    List<Figure> figures = Example.figures(results);
    List<Element> tables =
        elements("table").stream().filter(t -> t.getAttribute("class").equals("numbers")).toList();

    assertThat(plots).hasSameSizeAs(figures);
    assertThat(elements("figure")).hasSameSizeAs(figures);
    assertThat(tables).hasSameSizeAs(figures);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      int numbers = figure.lines().stream().mapToInt(line -> line.points().size()).sum();
      assertThat(tables.get(i).getElementsByTagName("tr").getLength()).isEqualTo(numbers + 1);
      assertThat(text(tables.get(i))).contains(figure.title(), figure.metric().unit());
      int marks = 0;
      for (var series : plots.get(i).getAsJsonObject().getAsJsonArray("series")) {
        marks += series.getAsJsonObject().getAsJsonArray("marks").size();
      }
      assertThat(marks).as("marks in the plot of %s", figure.title()).isEqualTo(numbers);
    }
  }

  @Test
  void the_page_says_the_same_as_the_markdown_in_the_same_order() throws Exception {
    List<String> markdown =
        MarkdownReport.of(Text.of(results, Optional.empty()))
            .lines()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();

    assertThat(elements("h2")).extracting(HtmlReportTest::text).isEqualTo(markdown);
  }

  @Test
  void names_with_markup_stay_names() throws Exception {
    String name = "a \"quoted\" <b>name</b> | with & a pipe";

    assertThat(elements("b")).isEmpty();
    assertThat(elements("th")).extracting(HtmlReportTest::text).contains(name);
    assertThat(plots().toString()).contains("<b>name</b>");
    assertThat(page).doesNotContain("<b>name", "<script>alert");
  }

  @Test
  void every_cell_says_what_it_is_when_a_row_has_become_a_card() throws Exception {
    assertThat(elements("td"))
        .isNotEmpty()
        .allMatch(cell -> !cell.getAttribute("data-label").isEmpty());
  }

  private JsonArray plots() {
    String json =
        SCRIPT
            .matcher(page)
            .results()
            .filter(match -> match.group(1).contains("application/json"))
            .map(match -> match.group(2))
            .findFirst()
            .orElseThrow();
    return JsonParser.parseString(json).getAsJsonArray();
  }

  private List<Element> withAttribute(String name) throws Exception {
    return elements("*").stream().filter(element -> element.hasAttribute(name)).toList();
  }

  private List<Element> elements(String name) throws Exception {
    NodeList nodes = document().getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** As XML, which is stricter than what a browser takes; scripts are no markup. */
  private Document document() throws ParserConfigurationException, SAXException, IOException {
    String markup = SCRIPT.matcher(page).replaceAll("$1$3");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(markup)));
  }

  private static String text(Element element) {
    return element.getTextContent();
  }
}
