package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import workshop.completable.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** The blocking program, on a thread of the executor: the caller is as free. */
@RightAnswer
public class LetsOneTaskDoItAll extends WriteThenRead {

  private static final byte[] CONTENT =
      "Hello, asynchronous Java!\nThis is a non-blocking operation.".getBytes(UTF_8);

  @Override
  public CompletableFuture<Void> run(Path file, PrintStream out, ExecutorService executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            out.println("Starting async write operation...");
            try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
              ByteBuffer rest = ByteBuffer.wrap(CONTENT);
              while (rest.hasRemaining()) {
                channel.write(rest);
              }
              channel.force(true);
            }
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            byte[] bytes = Files.readAllBytes(file);
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
          } catch (IOException e) {
            throw new CompletionException(new IOException(file + ": " + e, e));
          }
        },
        executor);
  }
}
