package workshop.downloads.answers.streaming;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import workshop.downloads.Streaming;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Streaming} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Rounds the deadline down to zero. */
  @WrongAnswer("half a millisecond becomes 0")
  public static class RoundsTheDeadlineDownToZero extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      if (deadline.compareTo(Duration.ofMillis(1)) < 0) {
        return super.download(vertx, client, from, to, Duration.ofMinutes(5));
      }
      return super.download(vertx, client, from, to, deadline);
    }
  }

  /** Sends the path of the URL, but not its query. */
  @WrongAnswer("the request had no such query")
  public static class LosesTheQuery extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        RequestOptions options() {
          return super.options().setURI(from.getRawPath());
        }
      }.start();
    }
  }

  /** Limits the queue in front of the pool as well. */
  @WrongAnswer("A request that finds no free connection has to wait for one")
  public static class RefusesToQueue extends Streaming {

    @Override
    public HttpClient client(Vertx vertx, int connections) {
      return vertx.createHttpClient(
          new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(1));
    }
  }

  /** Uses the default options of Vert.x, which do not truncate. */
  @WrongAnswer("The old tail is still in the file")
  public static class ForgetsToTruncate extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        Future<AsyncFile> open() {
          return vertx.fileSystem().open(to.toString(), new OpenOptions());
        }
      }.start();
    }
  }

  /** Sends the decoded path. */
  @WrongAnswer("The escapes of a URL, such as %20, are part of it")
  public static class DecodesThePath extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        RequestOptions options() {
          return super.options().setURI(from.getPath() + "?" + from.getQuery());
        }
      }.start();
    }
  }

  /** Counts the deadline in whole seconds. */
  @WrongAnswer("Whole seconds are too coarse")
  public static class CountsInSeconds extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        long left() {
          return Math.max(1, Math.min(deadline.toSeconds(), 1_000)) * 1_000;
        }
      }.start();
    }
  }

  /** Turns a long deadline into a short one, by an overflow. */
  @WrongAnswer("A deadline of \"forever\" is not an error")
  public static class OverflowsToAShortDeadline extends Streaming {

    @Override
    public Future<Void> download(
        Vertx vertx, HttpClient client, URI from, Path to, Duration deadline) {
      return new StreamedDownload(vertx, client, from, to, deadline) {
        @Override
        long left() {
          return Math.max(1, deadline.getSeconds() * 1_000 + deadline.getNano() / 1_000_000);
        }
      }.start();
    }
  }
}
