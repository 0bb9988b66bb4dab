package workshop.downloads;

/** How a download ended. Given; nothing to do here. */
public sealed interface Outcome {

  Download download();

  /** The file is there; it was read back, and {@code sha256} is its checksum in hex. */
  record Saved(Download download, String sha256) implements Outcome {}

  /** The download failed, and {@code reason} says why. */
  record Failed(Download download, Throwable reason) implements Outcome {}

  /** The run was stopped before this download was complete. */
  record Stopped(Download download) implements Outcome {}
}
