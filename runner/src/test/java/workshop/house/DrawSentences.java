package workshop.house;

import static java.util.stream.Collectors.joining;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Draws random sentences from everything that a learner reads, for an editor who has not written
 * them: the guide, the exercise pages with their hints, and the texts of verdicts, commands and
 * reports.
 *
 * <pre>java runner/src/test/java/workshop/house/DrawSentences.java [COUNT [SEED]]</pre>
 *
 * <p>It prints the seed. The same seed draws the same sentences from the same texts.
 */
final class DrawSentences {

  /** A text with fewer words is only a title or a name. */
  private static final int LEAST_WORDS = 4;

  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```$|^---\n.*?^---$");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->|<[^>]+>");
  private static final Pattern LINK = Pattern.compile("\\[([^]]+)](\\([^)]*\\)|\\[[^]]*])");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?:])[\"*)]*\\s+(?=[\"*(`A-Z0-9])");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

  private record Sentence(String place, String text) {}

  private DrawSentences() {}

  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 100;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime() % 1_000_000;
    List<Sentence> all = collect(Path.of("").toAbsolutePath());
    Set<String> seen = new HashSet<>();
    all.removeIf(sentence -> !seen.add(sentence.text()));
    int found = all.size();
    Collections.shuffle(all, new Random(seed));
    all.stream()
        .limit(count)
        .forEach(sentence -> System.out.println(sentence.text() + "\n    " + sentence.place()));
    System.out.printf("%d of %d sentences, seed %d%n", Math.min(count, found), found, seed);
  }

  private static List<Sentence> collect(Path root) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(path -> Files.isRegularFile(path) && !path.toString().contains("/target/"))
              .sorted()
              .toList();
    }
    List<Sentence> sentences = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (Path file : files) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (name.matches("README.md|CONTRIBUTING.md|CHANGELOG.md|docs/.*md|0\\d-.*/exercises/.*md")) {
        addPage(name, Files.readString(file), sentences);
      } else if (name.matches(
          "(runner|disk|testkit|comparison)/src/main/.*\\.java|0\\d-.*/src/test/.*\\.java")) {
        sources.add(file);
      }
    }
    addLiterals(root, sources, sentences);
    return sentences;
  }

  /** Adds the sentences of a page, and keeps the number of lines, so that each knows its line. */
  private static void addPage(String name, String page, List<Sentence> sentences) {
    String prose = CODE_BLOCK.matcher(page).replaceAll(DrawSentences::lineBreaks);
    int line = 1;
    for (String paragraph : prose.split("(?<=\n)(?=\n|[|#*-] |\\|)")) {
      String text = LINK.matcher(COMMENT.matcher(paragraph).replaceAll("")).replaceAll("$1");
      for (String cell : text.startsWith("|") ? text.split("\\|") : new String[] {text}) {
        add(name + ":" + line, cell, sentences);
      }
      line += (int) paragraph.chars().filter(c -> c == '\n').count();
    }
  }

  private static String lineBreaks(MatchResult found) {
    return found.group().replaceAll("[^\n]", "");
  }

  private static void add(String place, String text, List<Sentence> sentences) {
    for (String sentence : SENTENCE_END.split(text.replaceAll("\\s+", " ").strip())) {
      if (WORD.matcher(sentence).results().count() >= LEAST_WORDS && sentence.contains(" ")) {
        sentences.add(new Sentence(place, sentence));
      }
    }
  }

  private static void addLiterals(Path root, List<Path> sources, List<Sentence> sentences)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        Path file = root.relativize(Path.of(unit.getSourceFile().toUri()));
        new TreePathScanner<Void, Void>() {
          @Override
          public Void visitBinary(BinaryTree sum, Void nothing) {
            if (sum.getKind() == Tree.Kind.PLUS && hasText(sum)) {
              add(place(sum), textOf(sum), sentences);
              return null;
            }
            return super.visitBinary(sum, nothing);
          }

          @Override
          public Void visitLiteral(LiteralTree literal, Void nothing) {
            if (literal.getValue() instanceof String text) {
              add(place(literal), text, sentences);
            }
            return null;
          }

          private String place(Tree tree) {
            long start = positions.getStartPosition(unit, tree);
            return file + ":" + unit.getLineMap().getLineNumber(start);
          }
        }.scan(unit, null);
      }
    }
  }

  private static boolean hasText(Tree tree) {
    return switch (tree) {
      case LiteralTree literal -> literal.getValue() instanceof String;
      case BinaryTree sum -> hasText(sum.getLeftOperand()) || hasText(sum.getRightOperand());
      default -> false;
    };
  }

  /** Returns the text of concatenated strings, with an ellipsis for each computed part. */
  private static String textOf(Tree tree) {
    return switch (tree) {
      case LiteralTree literal -> String.valueOf(literal.getValue());
      case BinaryTree sum ->
          Stream.of(sum.getLeftOperand(), sum.getRightOperand())
              .map(DrawSentences::textOf)
              .collect(joining());
      default -> "…";
    };
  }
}
