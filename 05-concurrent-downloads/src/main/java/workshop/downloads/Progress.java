package workshop.downloads;

/**
 * How far a run is. Given; nothing to do here.
 *
 * @param ended how many deliveries have come to an end, good or bad
 * @param total how many there are
 */
public record Progress(int ended, int total) {}
