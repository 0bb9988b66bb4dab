package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Remembers what it has found, and does not see that it has changed. */
@WrongAnswer(value = "menu.txt changed to", kind = AnswerKind.INPUT)
public class CachesWhatItFound extends FileServer {
  private final Map<String, Future<Resource>> cache = new ConcurrentHashMap<>();

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return cache.computeIfAbsent(requestPath, p -> super.find(vertx, root, p));
  }
}
