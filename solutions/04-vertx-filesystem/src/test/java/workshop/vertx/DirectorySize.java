package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.file.FileSystem;

/** The example of the chapter: adds up the sizes of the files in a directory, in two ways. */
final class DirectorySize {

  private DirectorySize() {}

  static Future<Long> composed(Vertx vertx, String directory) {
    FileSystem files = vertx.fileSystem();
    return files
        .readDir(directory)
        .compose(names -> Future.all(names.stream().map(files::props).toList()))
        .map(all -> all.<FileProps>list().stream().mapToLong(FileProps::size).sum());
  }

  /** On a virtual-thread context only. */
  static long awaited(Vertx vertx, String directory) {
    FileSystem files = vertx.fileSystem();
    long sum = 0;
    for (String name : files.readDir(directory).await()) {
      sum += files.props(name).await().size();
    }
    return sum;
  }
}
