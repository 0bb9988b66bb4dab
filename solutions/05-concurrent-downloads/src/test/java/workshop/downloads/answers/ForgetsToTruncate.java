package workshop.downloads.answers;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** ofFile(file) means CREATE and WRITE. */
@WrongAnswer("the old tail is still in the file")
public class ForgetsToTruncate extends OneByOne {

  @Override
  public BodyHandler<Path> into(Path file) {
    return reply ->
        reply.statusCode() == 200
            ? BodyHandlers.ofFile(file).apply(reply)
            : BodySubscribers.replacing(file);
  }
}
