package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import workshop.downloads.Download;
import workshop.downloads.DownloadContext;
import workshop.downloads.Downloader;
import workshop.downloads.Outcome;
import workshop.downloads.Progress;
import workshop.downloads.Summary;
import workshop.testkit.exercise.WrongAnswer;

/** A counter that is safe for use by many threads, and a listener that is not. */
@WrongAnswer("Make counting and telling one step")
public class TellsTwoAtOnce extends Downloader {

  @Override
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    return new Run(downloads, context, stop, listener) {
      private final AtomicInteger count = new AtomicInteger();

      @Override
      Outcome reported(Outcome outcome) {
        listener.accept(new Progress(count.incrementAndGet(), downloads.size()));
        return outcome;
      }
    }.start();
  }
}
