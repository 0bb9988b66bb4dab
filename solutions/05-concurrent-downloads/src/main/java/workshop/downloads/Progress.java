package workshop.downloads;

/**
 * How far a run is. Given; nothing to do here.
 *
 * @param ended how many downloads have ended: saved, failed or stopped
 * @param total how many there are
 */
public record Progress(int ended, int total) {}
