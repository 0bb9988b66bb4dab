package workshop.disk;

import java.util.List;

/** A test asked for the contents of a file that is not there. */
public final class MissingFileError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String file;
  private final transient List<String> present;
  private final transient Recording recording;

  MissingFileError(String file, List<String> present, Recording recording) {
    super("there is no file " + file + "; the directory contains " + present + "\n\n" + recording);
    this.file = file;
    this.present = List.copyOf(present);
    this.recording = recording;
  }

  /** Returns the name that was asked for. */
  public String file() {
    return file;
  }

  /** Returns the names of everything below the directory. */
  public List<String> present() {
    return present;
  }

  /** Returns the operations on the disk up to that moment. */
  public Recording recording() {
    return recording;
  }
}
