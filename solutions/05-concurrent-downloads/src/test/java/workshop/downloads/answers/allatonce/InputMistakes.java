package workshop.downloads.answers.allatonce;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import workshop.downloads.AllAtOnce;
import workshop.downloads.Download;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AllAtOnce} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Checks each URL only when its turn has come. */
  @WrongAnswer("The call failed, but it also sent requests")
  public static class ValidatesEachUrlAsItGoes extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      return Futures.inOrder(
          files.stream()
              .map(from -> Download.into(directory, List.of(from)).getFirst())
              .map(each -> download(client, each.from(), each.to()))
              .toList());
    }
  }

  /** Takes the raw text after the last slash. */
  @WrongAnswer("the name is b c+d.bin")
  public static class NamesTheFileAfterTheRawUrl extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      Download.into(directory, files);
      return Futures.inOrder(
          files.stream()
              .map(from -> {
                String url = from.toString();
                return download(
                    client, from, directory.resolve(url.substring(url.lastIndexOf('/') + 1)));
              })
              .toList());
    }
  }

  /** Downloads a URL that comes twice only once. */
  @WrongAnswer("The last of three URLs was /file-1. The call succeeded")
  public static class DropsDuplicates extends AllAtOnce {

    @Override
    public CompletableFuture<List<Path>> downloadAll(
        HttpClient client, List<URI> files, Path directory) {
      return super.downloadAll(client, files.stream().distinct().toList(), directory);
    }
  }
}
