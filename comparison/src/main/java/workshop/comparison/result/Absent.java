package workshop.comparison.result;

/**
 * A peer that could not take part.
 *
 * @param peer its name, such as "nginx"
 * @param reason what is missing, as a sentence
 * @param remedy what to do to have it next time, as a sentence
 */
public record Absent(String peer, String reason, String remedy) {}
