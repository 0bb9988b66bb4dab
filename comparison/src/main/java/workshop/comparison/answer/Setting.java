package workshop.comparison.answer;

import workshop.comparison.configtool.ConfigTool;
import workshop.comparison.downloads.HundredDownloads;
import workshop.comparison.fileserver.FileServers;
import workshop.comparison.hugefile.HugeFile;
import workshop.comparison.manyfiles.ManyFiles;
import workshop.comparison.result.Measure;

/**
 * A kind of work for which contenders are compared.
 *
 * @param where the kind of disk or request if the topic has several; otherwise empty
 * @param model whether the wait is simulated, so that the ratios are mostly arithmetic
 * @param at the place on the figure's axis
 */
public record Setting(String where, boolean model, Measure measure, String at) {

  public static final Setting PAGE_CACHE =
      new Setting("page cache", false, Measure.MANY_CACHED, ManyFiles.SMALL);
  public static final Setting FORCED =
      new Setting("forced", false, Measure.MANY_DURABLE, ManyFiles.SMALL);
  public static final Setting COLD =
      new Setting("cold files", false, Measure.MANY_COLD, ManyFiles.SMALL);
  public static final Setting ONE_FILE = new Setting("", false, Measure.ONE_FILE, ManyFiles.SMALL);
  public static final Setting SERVER =
      new Setting("cached files", false, Measure.SERVER_CACHED, FileServers.CONNECTIONS);
  public static final Setting SLOW_HEALTH =
      new Setting("/health, slow disk", true, Measure.SLOW_HEALTH, FileServers.CONNECTIONS);
  public static final Setting TOOL =
      new Setting(ConfigTool.PRINTED, false, Measure.TOOL_TIME, ConfigTool.PRINTED);
  public static final Setting HUGE_FILE = new Setting("", false, Measure.HUGE_TIME, HugeFile.PLACE);
  public static final Setting DOWNLOADS =
      new Setting("", false, Measure.DOWNLOADS_TIME, HundredDownloads.PLACE);

  static final Setting LARGE_CACHED =
      new Setting("page cache, 1 MiB", false, Measure.MANY_CACHED, ManyFiles.LARGE);
  static final Setting LARGE_FORCED =
      new Setting("forced, 1 MiB", false, Measure.MANY_DURABLE, ManyFiles.LARGE);
  static final Setting SLOW_DISK =
      new Setting("slow disk", true, Measure.MANY_SLOWED, ManyFiles.SMALL);
  static final Setting SLOW_SERVER =
      new Setting("simulated slow disk", true, Measure.SLOW_SERVER, FileServers.CONNECTIONS);
  static final Setting TOOL_ENDED =
      new Setting(ConfigTool.ENDED, false, Measure.TOOL_TIME, ConfigTool.ENDED);

  /** The same setting, for contenders of which one has more requests waiting at the same time. */
  static final Setting DOWNLOADS_WAITING =
      new Setting("", true, Measure.DOWNLOADS_TIME, HundredDownloads.PLACE);
}
