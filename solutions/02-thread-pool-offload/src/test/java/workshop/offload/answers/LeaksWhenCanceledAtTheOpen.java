package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Has a gap between open and try: a cancel there leaves the file open. */
@WrongAnswer("Left open: stock.txt")
public class LeaksWhenCanceledAtTheOpen extends CancellableRead {
  @Override
  protected byte[] readAll(Path file) throws IOException {
    FileChannel opened = FileChannel.open(file, READ);
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("canceled");
    }
    try (FileChannel _ = opened) {
      return super.readAll(file);
    }
  }
}
