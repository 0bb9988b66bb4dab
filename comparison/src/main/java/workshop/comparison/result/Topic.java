package workshop.comparison.result;

/** A kind of work that is compared. Every contender does the same work. */
public enum Topic {
  MANY_FILES("many-files", "Many files: write each one, then read it"),
  ONE_FILE("one-file", "One file, and nothing else to do"),
  FILE_SERVER("file-server", "A web server of static files"),
  CONFIG_TOOL("config-tool", "A command-line tool that reads one config file"),
  HUGE_FILE("huge-file", "A huge file and a lot of computing"),
  DOWNLOADS("downloads", "A hundred downloads");

  private final String id;
  private final String title;

  Topic(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** The name for {@code --only}, such as "many-files". */
  public String id() {
    return id;
  }

  public String title() {
    return title;
  }
}
