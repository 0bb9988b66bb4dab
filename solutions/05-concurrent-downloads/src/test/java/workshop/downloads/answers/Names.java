package workshop.downloads.answers;

import java.net.URI;

/** Names of files, as the exercises give them. */
final class Names {

  private Names() {}

  static String of(URI from) {
    return from.getPath().substring(from.getPath().lastIndexOf('/') + 1);
  }
}
