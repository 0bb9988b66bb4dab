package workshop.downloads.answers;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import workshop.downloads.OneByOne;
import workshop.testkit.exercise.WrongAnswer;

/** Looks at the status, and too late: the page is in the file by then. */
@WrongAnswer("The server answered with status 404. Now the directory holds [menu.bin]")
public class StoresTheErrorPage extends OneByOne {

  @Override
  public BodyHandler<Path> into(Path file) {
    return BodyHandlers.ofFile(file, CREATE, TRUNCATE_EXISTING, WRITE);
  }
}
