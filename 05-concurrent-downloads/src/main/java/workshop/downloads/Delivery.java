package workshop.downloads;

import java.net.URI;
import java.nio.file.Path;

/** What to download, and where to. Given; nothing to do here. */
public record Delivery(URI from, Path to) {}
