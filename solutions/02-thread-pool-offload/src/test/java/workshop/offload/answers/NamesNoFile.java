package workshop.offload.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import workshop.offload.TinyRuntime;
import workshop.offload.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the disk's own error, which does not name the file. */
@WrongAnswer("An error without its path")
public class NamesNoFile extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try (TinyRuntime runtime = new TinyRuntime()) {
      start(file, out, runtime).get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
