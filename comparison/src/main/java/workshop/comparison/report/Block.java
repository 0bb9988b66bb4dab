package workshop.comparison.report;

import java.util.List;
import workshop.comparison.result.Figure;

/** A piece of the report's text, in plain text: a renderer escapes what its format needs. */
sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for the title
   */
  record Heading(int level, String text) implements Block {}

  /** A paragraph. */
  record Paragraph(String text) implements Block {}

  /** Something that the reader must not overlook. */
  record Caution(String text) implements Block {}

  /** Sentences, each of them an item. */
  record Items(List<String> items) implements Block {}

  /** A line to be typed. */
  record Command(String line) implements Block {}

  /** A figure as a plot; only the page shows it, {@link Table} says the same in numbers. */
  record Plot(Figure figure) implements Block {}

  /**
   * A table.
   *
   * @param caption what the table shows
   * @param headings how many cells at the start of a row say what the row is about
   * @param rows as many cells each as there are columns
   */
  record Table(String caption, int headings, List<Column> columns, List<List<Cell>> rows)
      implements Block {
    public Table {
      for (List<Cell> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "%d columns in \"%s\", but a row of %d cells: %s"
                  .formatted(columns.size(), caption, row.size(), row));
        }
      }
    }
  }

  /** A column; numbers are aligned on the right. */
  record Column(String title, boolean numbers) {
    static Column text(String title) {
      return new Column(title, false);
    }

    static Column numbers(String title) {
      return new Column(title, true);
    }
  }

  /** The text of a cell. */
  record Cell(String text, Tone tone) {
    static Cell cell(String text) {
      return new Cell(text, Tone.PLAIN);
    }
  }

  /** What a cell says beside its words; never the only carrier of a meaning. */
  enum Tone {
    PLAIN,
    GOOD,
    MIXED,
    BAD
  }
}
