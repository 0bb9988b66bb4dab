package workshop.downloads.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** No exception was thrown, so it must be the file. */
@WrongAnswer("The server answered with status 404. The download ended as if all was well.")
public class TakesAnyReplyForTheFile extends OneByOne {

  @Override
  public BodyHandler<Path> into(Path file) {
    return BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE);
  }

  @Override
  public void check(HttpResponse<Path> response) {}
}
