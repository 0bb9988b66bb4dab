package workshop.vertx.answers.durablefile;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;

/** Wrong answers to {@link DurableFile} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Never completes its promise after a failure. */
  @WrongAnswer("the future of write() never completes")
  public static class CompletesOnSuccessOnly extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      Promise<Void> done = Promise.promise();
      super.write(vertx, file, content).onSuccess(done::complete);
      return done.future();
    }
  }

  /** Drops the future of the write, and its error with it. */
  @WrongAnswer("it had to fail")
  public static class DropsTheWritesFuture extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      OpenOptions options = new OpenOptions().setTruncateExisting(true).setSync(true);
      return vertx
          .fileSystem()
          .open(file.toString(), options)
          .compose(opened -> {
            opened.write(content);
            return opened.close();
          });
    }
  }

  /** Calls flush(), which is force(false). */
  @WrongAnswer("AsyncFile.flush() does the same")
  public static class FlushesTheDataOnly extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content).compose(written -> file.flush());
    }

    @Override
    protected OpenOptions options() {
      return super.options().setSync(false);
    }
  }

  /** Writes and closes, and does not force. */
  @WrongAnswer("never forced")
  public static class ForgetsToFlush extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content);
    }

    @Override
    protected OpenOptions options() {
      return super.options().setSync(false);
    }
  }

  /** Sets dsync instead of sync, which leaves out some metadata. */
  @WrongAnswer("opened with setDsync(true)")
  public static class SyncsTheDataOnly extends DurableFile {

    @Override
    protected OpenOptions options() {
      return new OpenOptions().setTruncateExisting(true).setDsync(true);
    }

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content);
    }
  }

  /** Uses FileSystem.writeFile(), which does not force and has no option for it. */
  @WrongAnswer("written with FileSystem.writeFile() and never forced")
  public static class WritesTheWholeFile extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx.fileSystem().writeFile(file.toString(), content);
    }
  }

  /** Ignores an error of the flush. */
  @WrongAnswer("Forcing the file failed, but the future succeeded")
  public static class IgnoresErrorsOfTheFlush extends DurableFile {

    @Override
    protected Future<Void> writeDurably(AsyncFile file, Buffer content) {
      return file.write(content).compose(written -> file.flush().otherwiseEmpty());
    }
  }

  /** Forces a channel, but without the metadata. */
  @WrongAnswer("The file was forced with force(false)")
  public static class ForcesTheDataOnly extends DurableFile {

    @Override
    public Future<Void> write(Vertx vertx, Path file, Buffer content) {
      return vertx.executeBlocking(() -> {
        try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
          ByteBuffer bytes = ByteBuffer.wrap(content.getBytes());
          while (bytes.hasRemaining()) {
            channel.write(bytes);
          }
          channel.force(false);
        }
        return null;
      });
    }
  }
}
