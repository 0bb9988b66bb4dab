package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Wrong answers to {@link FileServer} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Compares paths as text: /site-of-others starts with /site. */
  @WrongAnswer("site-of-others/secret.txt was answered with a file outside the root")
  public static class ComparesTexts extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).toRealPath();
            if (!file.toString().startsWith(root.toRealPath().toString())) {
              throw new NoSuchFileException(requestPath);
            }
            return look(file);
          },
          false);
    }

    private static Resource look(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Decodes the path twice, so %252e becomes a dot. */
  @WrongAnswer("none of them is an attack")
  public static class DecodesTwice extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return super.find(vertx, root, "/" + Resource.name(requestPath));
    }
  }

  /** Does not decode the path. */
  @WrongAnswer("should get status 200, but got 404")
  public static class DoesNotDecode extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(() -> look(root, requestPath.substring(1)), false);
    }
  }

  /** Finds directories as well as files. */
  @WrongAnswer("A directory is not a regular file")
  public static class FindsDirectoriesToo extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).toRealPath();
            if (!file.startsWith(root.toRealPath())) {
              throw new NoSuchFileException(requestPath);
            }
            return new Resource(
                file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
          },
          false);
    }
  }

  /** Finds named pipes as well as files. */
  @WrongAnswer("GET /pipe was answered with 200")
  public static class FindsWithoutCheckingForAFile extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).toRealPath();
            BasicFileAttributes a = Files.readAttributes(file, BasicFileAttributes.class);
            if (!file.startsWith(root.toRealPath()) || a.isDirectory()) {
              throw new NoSuchFileException(requestPath);
            }
            return new Resource(file, a.size(), a.lastModifiedTime().toInstant());
          },
          false);
    }
  }

  /** Checks the normalized path, which does not follow links. */
  @WrongAnswer("link.txt was answered with a file outside the root")
  public static class FollowsLinksOut extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).normalize();
            if (!file.startsWith(root.normalize())) {
              throw new NoSuchFileException(requestPath);
            }
            return look(file);
          },
          false);
    }

    private static Resource look(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Announces a part and sends the whole file. */
  @WrongAnswer("was longer than its headers announced")
  public static class IgnoresTheRange extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(file -> file.pipeTo(response).eventually(file::close));
    }
  }

  /** Keeps the leading slash, so the path is absolute and ignores the root. */
  @WrongAnswer("without the leading slash")
  public static class KeepsTheLeadingSlash extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(requestPath).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
              throw new NoSuchFileException(requestPath);
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
          },
          false);
    }
  }

  /** Leaves out the last byte. */
  @WrongAnswer("300,000 of the 300,001 announced bytes arrived")
  public static class OffByOneInTheRange extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadPos(reply.first()).setReadLength(reply.length() - 1);
      return file.pipeTo(response);
    }
  }

  /** Refuses all links, even those that stay below the root. */
  @WrongAnswer("Only a link that leads outside the root must get 404")
  public static class RefusesLinksWithinTheRoot extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            String name = Resource.name(requestPath);
            Path file = root.resolve(name);
            if (!file.toRealPath().equals(root.toRealPath().resolve(name).normalize())) {
              throw new NoSuchFileException(name);
            }
            return look(root, name);
          },
          false);
    }
  }

  /** Sends as many bytes as asked for, but from the start of the file. */
  @WrongAnswer("bytes, as many as expected; byte 0 is the first that differs")
  public static class StartsAtZero extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      return super.stream(
          file, new Reply(reply.status(), reply.headers(), 0, reply.length()), response);
    }
  }

  /** Treats an empty file as a missing one. */
  @WrongAnswer("the file exists and has 0 bytes")
  public static class TreatsAnEmptyFileAsMissing extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return super.find(vertx, root, requestPath)
          .compose(r ->
              r.size() == 0
                  ? Future.failedFuture(new NoSuchFileException(requestPath))
                  : Future.succeededFuture(r));
    }
  }

  /** Compares the real path of the file with the root as it was given. */
  @WrongAnswer("Take the real path of the root, too")
  public static class DoesNotResolveTheRoot extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).toRealPath();
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
              throw new NoSuchFileException(requestPath);
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
          },
          false);
    }
  }

  /** Appends the request path to the root without a check. */
  @WrongAnswer("a file outside the root")
  public static class TrustsTheRequestPath extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(() -> look(root.resolve(Resource.name(requestPath))), false);
    }

    private static Resource look(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        throw new NoSuchFileException(file.toString());
      }
      return new Resource(file, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
  }

  /** Reads the attributes of the link instead of its target. */
  @WrongAnswer("GET /today.txt was answered with 500")
  public static class UsesTheLinksOwnTime extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Resource found = look(root, Resource.name(requestPath));
            BasicFileAttributes a =
                Files.readAttributes(
                    root.resolve(Resource.name(requestPath)),
                    BasicFileAttributes.class,
                    LinkOption.NOFOLLOW_LINKS);
            return new Resource(found.file(), a.size(), a.lastModifiedTime().toInstant());
          },
          false);
    }
  }
}
