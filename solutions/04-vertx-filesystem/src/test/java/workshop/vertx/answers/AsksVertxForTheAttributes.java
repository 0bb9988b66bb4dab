package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Resource;

/** Follows the links on a worker, and asks Vert.x's file system for the rest. */
@RightAnswer
public class AsksVertxForTheAttributes extends FileServer {

  @Override
  public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
    return vertx
        .executeBlocking(
            () -> {
              Path file = root.resolve(Resource.name(requestPath)).toRealPath();
              if (!file.startsWith(root.toRealPath())) {
                throw new NoSuchFileException(requestPath);
              }
              return file;
            },
            false)
        .compose(file ->
            vertx
                .fileSystem()
                .props(file.toString())
                .compose(props ->
                    props.isRegularFile()
                        ? Future.succeededFuture(
                            new Resource(
                                file, props.size(), Instant.ofEpochMilli(props.lastModifiedTime())))
                        : Future.failedFuture(new NoSuchFileException(requestPath))));
  }
}
