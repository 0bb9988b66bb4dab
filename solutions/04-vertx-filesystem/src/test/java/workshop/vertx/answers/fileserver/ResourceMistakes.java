package workshop.vertx.answers.fileserver;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.EOFException;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.FileServer;
import workshop.vertx.Reply;
import workshop.vertx.Resource;

/** Wrong answers to {@link FileServer} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Closes the file only after everything was sent. */
  @WrongAnswer("Your code left a file open")
  public static class LeavesTheFileOpenWhenTheClientLeaves extends FileServer {

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
            return file.pipeTo(response).compose(sent -> file.close());
          });
    }
  }

  /** Never closes the file. */
  @WrongAnswer("Your code left a file open")
  public static class ForgetsToClose extends FileServer {

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
            return file.pipeTo(response);
          });
    }
  }

  /** Opens and closes the file for an answer without a body. */
  @WrongAnswer("The server opened photo.jpg to answer a HEAD request")
  public static class OpensForAnswersWithoutABody extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(file -> {
            if (reply.length() == 0) {
              return response.end().eventually(file::close);
            }
            file.setReadPos(reply.first()).setReadLength(reply.length());
            return file.pipeTo(response).eventually(file::close);
          });
    }
  }

  /** Opens with the default options: for reading and writing, and creating the file. */
  @WrongAnswer("opened for writing, although you only send it")
  public static class OpensForWriting extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions())
          .compose(file -> {
            file.setReadPos(reply.first()).setReadLength(reply.length());
            return file.pipeTo(response).eventually(file::close);
          });
    }
  }

  /** Reads the file before it checks whether the answer has a body. */
  @WrongAnswer("the server read photo.jpg")
  public static class ReadsForAnswersWithoutABody extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      return vertx
          .fileSystem()
          .open(resource.file().toString(), new OpenOptions().setWrite(false).setCreate(false))
          .compose(file ->
              file.read(Buffer.buffer(), 0, reply.first(), (int) Math.max(reply.length(), 1))
                  .compose(body -> reply.length() == 0 ? response.end() : response.end(body))
                  .eventually(file::close));
    }
  }

  /** Reads eight megabytes at a time. */
  @WrongAnswer("Each client needs memory for one chunk")
  public static class ReadsInHugeChunks extends FileServer {

    @Override
    protected Future<Void> stream(AsyncFile file, Reply reply, HttpServerResponse response) {
      file.setReadBufferSize(8 * 1024 * 1024);
      file.setReadPos(reply.first()).setReadLength(reply.length());
      return file.pipeTo(response);
    }
  }

  /** Reads the whole file into one buffer for each client. */
  @WrongAnswer("A file that is read as a whole is one large chunk")
  public static class ReadsTheWholeFile extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
      if (reply.length() == 0) {
        return response.end();
      }
      return vertx
          .fileSystem()
          .readFile(resource.file().toString())
          .compose(all ->
              response.end(
                  all.getBuffer((int) reply.first(), (int) (reply.first() + reply.length()))));
    }
  }

  /** Opens the file for a 304 answer. */
  @WrongAnswer("the server opened")
  public static class OpensForANotModifiedAnswer extends FileServer {

    @Override
    public Future<Void> send(Vertx vertx, Resource resource, HttpServerRequest request) {
      if (request.method().name().equals("HEAD")) {
        return Reply.to(request, resource).announce(request.response()).end();
      }
      Reply reply = Reply.to(request, resource);
      HttpServerResponse response = reply.announce(request.response());
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

  /** Writes without back-pressure: what the client has not taken is in memory. */
  @WrongAnswer("The client did not read, but the server read")
  public static class WritesWhateverItReads extends FileServer {

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
            file.endHandler(end -> {
              if (response.bytesWritten() < reply.length()) {
                sent.tryFail(new EOFException(resource.file() + " has become shorter"));
              } else {
                response.end().onComplete(sent);
              }
            });
            file.handler(chunk -> response.write(chunk).onFailure(sent::tryFail));
            return sent.future().eventually(file::close);
          });
    }
  }
}
