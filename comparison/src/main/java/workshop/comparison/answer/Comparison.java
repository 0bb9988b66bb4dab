package workshop.comparison.answer;

import java.util.Optional;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Results;

/** Two contenders that do the same work. */
public record Comparison(Setting setting, Contender mine, Contender other) {

  public Optional<Finding> in(Results results) {
    Measure measure = setting.measure();
    return results
        .at(measure, mine, setting.at())
        .flatMap(a -> results.at(measure, other, setting.at()).map(b -> Ratio.of(a, b)))
        .map(ratio -> new Finding(this, measure.moreIsBetter() ? ratio : ratio.inverse()));
  }
}
