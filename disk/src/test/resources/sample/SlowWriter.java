package sample;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A class of another project, which writes on another thread. */
public class SlowWriter {

  public CompletableFuture<Path> write(Path file, String text) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Files.writeString(file, text);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }
}
