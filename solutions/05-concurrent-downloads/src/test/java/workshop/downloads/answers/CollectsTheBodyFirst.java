package workshop.downloads.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Right for a small file. */
@WrongAnswer("The body is collected in memory; a large file does not fit")
public class CollectsTheBodyFirst extends OneByOne {

  @Override
  public BodyHandler<Path> into(Path file) {
    return reply ->
        reply.statusCode() == 200
            ? BodySubscribers.mapping(BodySubscribers.ofByteArray(), body -> stored(body, file))
            : BodySubscribers.replacing(file);
  }

  private static Path stored(byte[] body, Path file) {
    try {
      return Files.write(file, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
