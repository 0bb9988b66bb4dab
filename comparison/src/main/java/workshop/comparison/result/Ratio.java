package workshop.comparison.result;

import java.util.ArrayList;
import java.util.List;

/**
 * The ratio of two samples, with a 95% confidence interval from Student's t on the logarithms. If
 * both have the same number of runs, they are paired round by round, because a disturbance affects
 * both; otherwise Welch's test for two samples is used.
 *
 * @param low the lower end of the interval; 0 if a single run gives none
 * @param high the upper end; infinite if a single run gives none
 */
public record Ratio(double value, double low, double high) {

  /** The t values for a two-sided 95% interval, from one degree of freedom on. */
  private static final double[] T = {
    12.71, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
        2.145,
    2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052,
        2.048,
    2.045, 2.042
  };

  public static Ratio of(Sample mine, Sample other) {
    List<Double> a = mine.logs();
    List<Double> b = other.logs();
    double center = mean(a) - mean(b);
    double margin = a.size() == b.size() ? paired(a, b) : welch(a, b);
    return new Ratio(Math.exp(center), Math.exp(center - margin), Math.exp(center + margin));
  }

  /** Whether there were enough runs for an interval. */
  public boolean hasInterval() {
    return low > 0 && Double.isFinite(high);
  }

  /** Returns the inverse of this ratio. */
  public Ratio inverse() {
    return new Ratio(1 / value, 1 / high, 1 / low);
  }

  private static double paired(List<Double> a, List<Double> b) {
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < a.size(); i++) {
      differences.add(a.get(i) - b.get(i));
    }
    int n = differences.size();
    return n < 2 ? Double.POSITIVE_INFINITY : t(n - 1) * Math.sqrt(variance(differences) / n);
  }

  private static double welch(List<Double> a, List<Double> b) {
    if (a.size() < 2 || b.size() < 2) {
      return Double.POSITIVE_INFINITY;
    }
    double va = variance(a) / a.size();
    double vb = variance(b) / b.size();
    if (va + vb == 0) {
      return 0;
    }
    double freedom = (va + vb) * (va + vb) / (va * va / (a.size() - 1) + vb * vb / (b.size() - 1));
    return t((int) freedom) * Math.sqrt(va + vb);
  }

  private static double t(int freedom) {
    return T[Math.clamp(freedom, 1, T.length) - 1];
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double variance(List<Double> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum()
        / (values.size() - 1);
  }
}
