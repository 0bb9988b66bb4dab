package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Wrong answers to {@link FileServer} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Sends the bytes without announcing what Reply says. */
  @WrongAnswer("The header field Content-Type is missing")
  public static class SendsWithoutHeaderFields extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response =
          request.response().putHeader("Content-Length", "" + reply.length());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(f ->
              f.setReadPos(reply.first())
                  .setReadLength(reply.length())
                  .pipeTo(response)
                  .eventually(f::close));
    }
  }

  /** Remembers files, and so misses that they change. */
  @WrongAnswer("menu.txt changed to")
  public static class CachesWhatItFound extends FileServer {
    private final Map<String, Future<Resource>> cache = new ConcurrentHashMap<>();

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return cache.computeIfAbsent(requestPath, p -> super.find(vertx, root, p));
    }
  }

  /** Does not end a response without a body. */
  @WrongAnswer("End the response, even if the answer has no body")
  public static class NeverEndsAnswersWithoutABody extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return Future.succeededFuture();
      }
      return super.send(vertx, resource, request);
    }
  }

  /** Throws an error of its own, whose line has to be shown. */
  @WrongAnswer(
      "GET /photo.jpg was answered with 500, because of java.lang.IllegalStateException: boom"
          + " at PromiseMistakes.java:")
  public static class ThrowsInSend extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      return Future.succeededFuture(resource)
          .compose(found -> Future.failedFuture(new IllegalStateException("boom")));
    }
  }

  /** Solves the first half of the exercise. */
  @WrongAnswer("java.lang.UnsupportedOperationException: TODO(04-6): send the part of the file")
  public static class FindsButDoesNotSendYet extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      throw new UnsupportedOperationException("TODO(04-6): send the part of the file, streamed");
    }
  }

  /** Closes the connection instead of ending the response. */
  @WrongAnswer("The connection was closed without an answer")
  public static class ClosesTheConnectionInsteadOfEnding extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      return request.connection().close();
    }
  }

  /** Answers a disk error itself, so that Reply never sees it. */
  @WrongAnswer("Reply.failed then closes the connection")
  public static class SendsItselfA500 extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      return super.send(vertx, resource, request).recover(e -> Future.succeededFuture());
    }
  }

  /** Ignores a failed read, so the client waits for the rest. */
  @WrongAnswer("waits forever for the answer")
  public static class SwallowsAFailedRead extends FileServer {

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
          .compose(file -> {
            file.setReadPos(reply.first()).setReadLength(reply.length());
            return file.pipe()
                .endOnFailure(false)
                .to(response)
                .otherwiseEmpty()
                .eventually(file::close);
          });
    }
  }

  /** Returns the current time as the time of the last change. */
  @WrongAnswer("not the current time")
  public static class ReturnsTheCurrentTime extends FileServer {

    @Override
    public Future<Resource> find(Vertx vertx, Path root, String requestPath) {
      return vertx.executeBlocking(
          () -> {
            Path file = root.resolve(Resource.name(requestPath)).toRealPath();
            if (!file.startsWith(root.toRealPath()) || !Files.isRegularFile(file)) {
              throw new NoSuchFileException(requestPath);
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Resource(file, attributes.size(), Instant.now());
          },
          false);
    }
  }

  /**
   * Completes its promise at the end of the file or after an error, but not when the client leaves.
   */
  @WrongAnswer("Your code left a file open: film.mp4")
  public static class NeverCompletesWhenTheClientLeaves extends FileServer {

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
          .compose(file -> {
            file.setReadPos(reply.first()).setReadLength(reply.length());
            Promise<Void> sent = Promise.promise();
            file.exceptionHandler(sent::tryFail);
            file.endHandler(end -> response.end().onComplete(sent));
            file.handler(chunk -> {
              response.write(chunk);
              if (response.writeQueueFull()) {
                file.pause();
                response.drainHandler(drained -> file.resume());
              }
            });
            return sent.future().eventually(file::close);
          });
    }
  }

  /** Remembers missing files, and so misses that they are created. */
  @WrongAnswer("new.txt was created after a 404")
  public static class RemembersMissingFiles extends FileServer {

    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    @Override
    protected Resource look(Path root, String name) throws IOException {
      if (missing.contains(name)) {
        throw new NoSuchFileException(name);
      }
      try {
        return super.look(root, name);
      } catch (NoSuchFileException e) {
        missing.add(name);
        throw e;
      }
    }
  }

  /** Sends chunks without announcing the length. */
  @WrongAnswer("The header field Content-Length is missing")
  public static class SendsWithoutALength extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      response.headers().remove("Content-Length");
      response.setChunked(true);
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(file -> file.pipeTo(response).eventually(file::close));
    }
  }

  /** Gives up on an answer that takes longer than a minute. */
  @WrongAnswer("Your code set a timer")
  public static class GivesUpAfterAMinute extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      return super.stream(file, reply, response).timeout(1, TimeUnit.MINUTES);
    }
  }

  /** Treats every error of the disk as a missing file. */
  @WrongAnswer("and find() failed with java.nio.file.NoSuchFileException")
  public static class HidesErrorsOfTheDisk extends FileServer {
    @Override
    protected Resource look(Path root, String name) throws IOException {
      try {
        return super.look(root, name);
      } catch (IOException e) {
        throw new NoSuchFileException(name);
      }
    }
  }
}
