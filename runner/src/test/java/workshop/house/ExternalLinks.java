package workshop.house;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks for every address that a page of the guide links to, and lists those that do not answer.
 *
 * <pre>java runner/src/test/java/workshop/house/ExternalLinks.java</pre>
 *
 * <p>It needs a network, so it is a command and not a test. It exits with 1 if a link is dead.
 */
final class ExternalLinks {

  private static final Pattern ADDRESS = Pattern.compile("https://[^\\s)>\"`]+");

  private ExternalLinks() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<URI, Set<Path>> links = collect(Path.of("").toAbsolutePath());
    int dead = 0;
    try (HttpClient client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
      for (Map.Entry<URI, Set<Path>> link : links.entrySet()) {
        String answer = ask(client, link.getKey());
        if (!answer.startsWith("2")) {
          dead++;
          System.out.println(answer + "  " + link.getKey() + "  " + link.getValue());
        }
      }
    }
    System.out.println(links.size() + " links, " + dead + " of them dead");
    System.exit(dead == 0 ? 0 : 1);
  }

  private static Map<URI, Set<Path>> collect(Path root) throws IOException {
    Map<URI, Set<Path>> links = new TreeMap<>();
    try (Stream<Path> pages = Files.find(root, 9, (path, a) -> path.toString().endsWith(".md"))) {
      for (Path page : pages.filter(p -> !p.toString().contains("/target/")).toList()) {
        ADDRESS
            .matcher(Files.readString(page))
            .results()
            .map(found -> URI.create(found.group().replaceAll("[.,;:]$|#.*", "")))
            .forEach(
                uri -> links.computeIfAbsent(uri, u -> new TreeSet<>()).add(root.relativize(page)));
      }
    }
    return links;
  }

  private static String ask(HttpClient client, URI address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", "Mozilla/5.0 (link check)")
            .timeout(Duration.ofSeconds(20))
            .build();
    try {
      return String.valueOf(client.send(request, BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return e.getClass().getSimpleName();
    }
  }
}
