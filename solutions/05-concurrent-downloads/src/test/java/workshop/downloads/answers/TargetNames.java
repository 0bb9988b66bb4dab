package workshop.downloads.answers;

import java.net.URI;

/** Names target files as the exercises do. */
public final class TargetNames {

  private TargetNames() {}

  public static String of(URI from) {
    return from.getPath().substring(from.getPath().lastIndexOf('/') + 1);
  }
}
