package workshop.downloads.answers;

import java.net.URI;

/** TargetNames of files, as the exercises give them. */
public final class TargetNames {

  private TargetNames() {}

  public static String of(URI from) {
    return from.getPath().substring(from.getPath().lastIndexOf('/') + 1);
  }
}
