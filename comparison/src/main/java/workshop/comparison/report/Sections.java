package workshop.comparison.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import workshop.comparison.answer.Comparison;
import workshop.comparison.answer.Finding;
import workshop.comparison.answer.Finding.Outcome;
import workshop.comparison.answer.Question;
import workshop.comparison.answer.Setting;
import workshop.comparison.answer.Situation;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results;
import workshop.comparison.result.Topic;

/** The sections that the published page and the report share, in Markdown. */
final class Sections {

  static final String HOW_TO_READ =
      """
      ## How to read the numbers

      - A number is the geometric mean of its runs. A ratio compares two such means. Its 95% \
      interval comes from Student's t on the logarithms, round by round if both have the same \
      number of runs.
      - *Faster* and *slower* mean at least 10%, with an interval that excludes a ratio of 1. \
      *About equally fast* means an interval within 25%. Any other result is *unclear*: another \
      run may say the opposite.
      - *Model* means that the wait is simulated, so most of the ratio follows from arithmetic. \
      All other ratios are measured.
      - An interval covers the variation within this run, but not the effect of another machine, \
      disk or day.
      - The table recommends the simplest technique whose interval reaches 80% of the best result.
      """;

  private final Results results;
  private final Machine machine;
  private final Pictures pictures;

  interface Pictures {
    String show(String name, String description, String svg);
  }

  Sections(Results results, Pictures pictures) {
    this.results = results;
    this.machine = results.machine();
    this.pictures = pictures;
  }

  /** When and where the run took place, and how thorough it was. */
  String origin() {
    return "Measured on %s: %s, %d processors, %s, Java %s, a %s run.\n"
        .formatted(
            Numbers.date(results.started()),
            machine.processor(),
            machine.processors(),
            machine.fileSystem().replaceFirst(", device cache.*", ""),
            machine.jdk().replaceFirst(".*?(\\d+).*", "$1"),
            results.effort() == Effort.FULL ? "thorough" : "quick");
  }

  /** The problems of the run as a whole; empty if there are none. */
  String warnings() {
    List<String> warnings = new ArrayList<>();
    if (!results.complete()) {
      warnings.add("This run is not complete, so numbers are missing.");
    }
    results.remarks(Remark.Kind.BUSY).stream()
        .max(Comparator.comparingInt(each -> Integer.parseInt(each.value())))
        .ifPresent(busiest -> warnings.add(busiest.toString()));
    return warnings.stream()
        .map(each -> "> **%s**\n\n".formatted(Markdown.text(each)))
        .collect(joining());
  }

  /** A table of situations: what to use, one number, and why. */
  String decisions() {
    Markdown.Table table = new Markdown.Table("Situation", "Use", "One number", "Because");
    for (Situation situation : Situation.ALL) {
      situation
          .advice(results)
          .ifPresent(advice ->
              table.row(
                  situation.when(), advice.use().label(machine), number(advice), situation.why()));
    }
    return table.isEmpty() ? "" : table + "\n";
  }

  private String number(Situation.Advice advice) {
    Finding finding = advice.number();
    Comparison comparison = finding.comparison();
    return comparison.mine() == advice.use()
        ? "%s %s %s%s"
            .formatted(
                finding.words(),
                finding.outcome() == Outcome.FASTER ? "than" : "against",
                comparison.other().label(machine),
                model(finding))
        : "%s: %s".formatted(comparison.mine().label(machine), words(finding));
  }

  private static String words(Finding finding) {
    return finding.words() + model(finding);
  }

  private static String model(Finding finding) {
    return finding.comparison().setting().model() ? " (model)" : "";
  }

  /** The answers of all topics in one picture. */
  String overview() {
    List<Picture.Row> rows = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      Map<String, List<Finding>> first = byPlace(Question.IN_FLIGHT.findings(topic, results));
      Map<String, List<Finding>> second = byPlace(Question.ASYNCHRONOUS.findings(topic, results));
      Stream.concat(first.keySet().stream(), second.keySet().stream())
          .distinct()
          .forEach(where ->
              rows.add(
                  new Picture.Row(
                      shortTitle(topic)
                          + (where.isEmpty() || where.startsWith(" ") ? where : ": " + where),
                      first.getOrDefault(where, List.of()).stream().map(Finding::ratio).toList(),
                      second.getOrDefault(where, List.of()).stream()
                          .map(Finding::ratio)
                          .toList())));
    }
    String description = "Ratios of all comparisons that answer the two questions";
    return rows.isEmpty()
        ? ""
        : pictures.show(
            "overview",
            description,
            Picture.ratios(
                description,
                "Many in flight, against one at a time",
                "Asynchronous, against threads that block",
                rows));
  }

  private static String shortTitle(Topic topic) {
    return switch (topic) {
      case MANY_FILES -> "Many files";
      case ONE_FILE -> "One file";
      case FILE_SERVER -> "Server";
      case CONFIG_TOOL -> "Config tool";
      case HUGE_FILE -> "Huge file";
      case DOWNLOADS -> "100 downloads";
    };
  }

  private static Map<String, List<Finding>> byPlace(List<Finding> findings) {
    return findings.stream()
        .collect(
            groupingBy(
                each -> each.comparison().setting().where() + model(each),
                LinkedHashMap::new,
                toList()));
  }

  /** A topic: its picture, its two answers, and the evidence for them. */
  String topic(Topic topic) {
    Explanation explanation = Explanation.of(topic);
    StringBuilder text = new StringBuilder("## " + topic.title() + "\n\n");
    text.append(plot(topic));
    for (Question question : Question.values()) {
      text.append("**%s** %s\n\n".formatted(question.text(), answer(question, topic)));
    }
    text.append("*Measured:* ").append(explanation.measured());
    text.append("\n\n");
    text.append("*What could make it wrong:* ").append(explanation.wrongIf()).append("\n\n");
    return text.append(remarks(topic)).toString();
  }

  private String answer(Question question, Topic topic) {
    List<Finding> findings = question.findings(topic, results);
    if (findings.isEmpty()) {
      boolean one = topic == Topic.ONE_FILE || topic == Topic.CONFIG_TOOL;
      return question == Question.IN_FLIGHT && one ? "There is only one." : "Not measured.";
    }
    Map<String, List<Finding>> pairs =
        findings.stream().collect(groupingBy(this::pair, LinkedHashMap::new, toList()));
    List<String> places = List.copyOf(byPlace(findings).keySet());
    if (places.stream().anyMatch(where -> where.isEmpty() || where.startsWith(" "))) {
      return overall(findings)
          + pairs.entrySet().stream()
              .map(each ->
                  "%s: %s."
                      .formatted(sentenceCase(each.getKey()), words(each.getValue().getFirst())))
              .map(Markdown::text)
              .collect(joining(" ", " ", ""));
    }
    Markdown.Table table =
        new Markdown.Table(Stream.concat(Stream.of("Compared"), places.stream()).toList());
    pairs.forEach((pair, parts) -> {
      Map<String, List<Finding>> row = byPlace(parts);
      Stream<String> cells =
          places.stream()
              .map(where -> row.containsKey(where) ? row.get(where).getFirst().words() : "");
      table.row(Stream.concat(Stream.of(pair), cells).toList());
    });
    return overall(findings) + "\n\n" + table.toString().strip();
  }

  /** "Vert.x against bounded pool". */
  private String pair(Finding finding) {
    Comparison comparison = finding.comparison();
    return comparison.mine().label(machine) + " against " + comparison.other().label(machine);
  }

  private static String overall(List<Finding> findings) {
    List<Outcome> outcomes = findings.stream().map(Finding::outcome).toList();
    if (outcomes.stream().allMatch(each -> each == Outcome.FASTER)) {
      return "Yes.";
    }
    if (outcomes.contains(Outcome.FASTER)) {
      return "Sometimes.";
    }
    return outcomes.contains(Outcome.UNCLEAR) ? "This run gives no clear answer." : "No.";
  }

  private static String sentenceCase(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private String plot(Topic topic) {
    List<Picture.Group> groups =
        plots(topic).stream()
            .flatMap(each ->
                results.figure(each.measure()).stream()
                    .map(figure -> new Picture.Group(withoutReferences(figure), each.at())))
            .toList();
    String description =
        topic.title()
            + ": "
            + groups.stream().map(each -> each.figure().title()).collect(joining("; "));
    return groups.isEmpty()
        ? ""
        : pictures.show(topic.id(), description, Picture.bars(description, groups, machine));
  }

  private static List<Setting> plots(Topic topic) {
    return switch (topic) {
      case MANY_FILES -> List.of(Setting.PAGE_CACHE, Setting.FORCED, Setting.COLD);
      case ONE_FILE -> List.of(Setting.ONE_FILE);
      case FILE_SERVER -> List.of(Setting.SERVER, Setting.SLOW_HEALTH);
      case CONFIG_TOOL -> List.of(Setting.TOOL);
      case HUGE_FILE -> List.of(Setting.HUGE_FILE);
      case DOWNLOADS -> List.of(Setting.DOWNLOADS);
    };
  }

  private static Figure withoutReferences(Figure figure) {
    return new Figure(
        figure.measure(),
        figure.settings(),
        figure.lines().stream().filter(line -> line.contender().kind() != Kind.REFERENCE).toList());
  }

  /** A note for readers of Tokio's numbers; empty for newer versions. */
  String tokio() {
    String version = machine.versions().getOrDefault("Tokio", "");
    return version.startsWith("1.24.")
        ? """
        Tokio is version %s from January 2023, as packaged by Debian. Since then, version 1.25 \
        has raised Tokio's file buffer from 16 KiB to 2 MiB, and version 1.48 has added an \
        option: io_uring for some operations. The default is still a pool of threads that block.

        """
            .formatted(version)
        : "";
  }

  /** Every comparison with its interval. */
  String findings(Topic topic) {
    Markdown.Table table =
        new Markdown.Table("Compared", "Where", " Ratio", " 95% interval", "Outcome", "Basis");
    for (Question question : Question.values()) {
      for (Finding finding : question.findings(topic, results)) {
        Comparison comparison = finding.comparison();
        table.row(
            pair(finding),
            comparison.setting().where(),
            Numbers.ratio(finding.ratio().value()) + " ×",
            finding.interval(),
            finding.words(),
            comparison.setting().model() ? "model" : "measured");
      }
    }
    return table.isEmpty() ? "" : table + "\n";
  }

  /** All numbers of a figure, one row for each contender. */
  String numbers(Figure figure) {
    List<String> places = List.copyOf(figure.places());
    List<String> columns = new ArrayList<>(List.of("Contender"));
    places.forEach(place -> columns.add(" " + figure.measure().axis() + " " + place));
    Markdown.Table table = new Markdown.Table(columns);
    for (Figure.Line line : figure.lines()) {
      List<String> row = new ArrayList<>(List.of(line.contender().label(machine)));
      places.forEach(place -> row.add(cell(figure, line.contender(), place)));
      table.row(row);
    }
    return "### %s, %s\n\n%s\n"
        .formatted(Markdown.text(figure.title()), figure.measure().unit(), table);
  }

  private static String cell(Figure figure, Contender contender, String place) {
    return figure
        .at(contender, place)
        .map(sample ->
            sample.runs().size() == 1
                ? Numbers.value(sample.mean()) + " (one run)"
                : "%s (%s to %s, %d runs)"
                    .formatted(
                        Numbers.value(sample.mean()),
                        Numbers.value(sample.min()),
                        Numbers.value(sample.max()),
                        sample.runs().size()))
        .orElse("");
  }

  /** What happened while a topic was measured. */
  String remarks(Topic topic) {
    return results.measurements().stream()
        .filter(each -> each.topic() == topic)
        .flatMap(each -> each.remarks().stream())
        .map(remark -> "- " + Markdown.text(remark.toString()) + "\n")
        .reduce(String::concat)
        .map(list -> list + "\n")
        .orElse("");
  }

  /** The contenders, and how each does the work. */
  String contenders() {
    Markdown.Table table = new Markdown.Table("Contender", "Kind", "How");
    results.measurements().stream()
        .flatMap(each -> each.figures().stream())
        .flatMap(figure -> figure.lines().stream())
        .map(Figure.Line::contender)
        .distinct()
        .forEach(each ->
            table.row(
                each.label(machine), each.kind().name().toLowerCase(Locale.ROOT), each.how()));
    return "## Contenders\n\n" + table + "\n";
  }

  String machine() {
    Markdown.Table table = new Markdown.Table("Machine", "");
    table.row(
        "Processor", "%s, %d processors".formatted(machine.processor(), machine.processors()));
    table.row("Memory", Numbers.value(machine.memoryBytes() / (double) (1L << 30)) + " GiB");
    table.row("System", machine.operatingSystem());
    table.row("File system", machine.fileSystem());
    table.row("JDK", machine.jdk());
    machine.versions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each -> table.row(each.getKey(), each.getValue()));
    table.row("Run", "%s, %s".formatted(results.started(), Numbers.duration(results.took())));
    return "## Machine\n\n" + table + "\n";
  }
}
