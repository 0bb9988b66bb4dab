package workshop.comparison;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import workshop.comparison.report.Report;
import workshop.comparison.report.ResultsFile;
import workshop.comparison.result.Results;

/** Where results leave the comparison: files for machines and for people. */
final class Reporting {

  private Reporting() {}

  /** The results of the earlier run that was asked for: read before anything is measured. */
  static Optional<Results> earlier(Options options) throws IOException {
    if (options.against().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(ResultsFile.read(options.against().get()));
  }

  /** Writes everything that was asked for, and says where it is. */
  static void write(Results results, Optional<Results> earlier, Options options, PrintStream out)
      throws IOException {
    List<Path> files = Report.write(results, earlier, options.out());
    if (options.json().isPresent()) {
      Files.copy(files.getLast(), options.json().get(), StandardCopyOption.REPLACE_EXISTING);
    }
    out.println("Report:  " + files.getFirst().toUri());
    out.println("Results: " + options.json().orElse(files.getLast()));
  }
}
