package workshop.downloads;

/**
 * How many downloads of a run have ended. Given; nothing to do here.
 *
 * @param ended how many downloads have ended: saved, failed or stopped
 * @param total how many there are
 */
public record Progress(int ended, int total) {}
