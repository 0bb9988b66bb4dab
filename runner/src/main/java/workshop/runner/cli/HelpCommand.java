package workshop.runner.cli;

import java.util.Optional;

final class HelpCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) {
    Optional<String> name = arguments.word();
    workshop.print(
        name.isPresent()
            ? HelpView.page(Commands.find(name.get()).usage(), workshop.width())
            : HelpView.overview(Commands.usages(), workshop.width()));
    return PASSED;
  }
}
