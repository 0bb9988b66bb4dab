package workshop.comparison.manyfiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import workshop.comparison.result.Remark;
import workshop.comparison.run.Parallel;
import workshop.comparison.run.Programs;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WorkshopFolder;

/** Builds the peers that are written in Rust. Only the first build is slow. For one thread. */
final class RustPeers {

  private static final Duration FOR_A_BUILD = Duration.ofMinutes(10);

  /** Where Debian's librust-tokio-dev puts Tokio and all that it needs. */
  private static final Path SYSTEM_CRATES = Path.of("/usr/share/cargo/registry");

  private final Path sources = WorkshopFolder.path().resolve("comparison/peers/rust");
  private final Path made = WorkshopFolder.target("peers");
  private final Recorder recorder;

  RustPeers(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * Builds the peers of these names, all at the same time, and blocks until that is done. Returns
   * those that could be built, in the same order, and records why the others could not.
   */
  SequencedMap<String, Path> build(List<String> peers) throws IOException, InterruptedException {
    SequencedMap<String, Path> built = new LinkedHashMap<>();
    Optional<Path> cargo = Programs.find("cargo", recorder);
    if (cargo.isEmpty()) {
      return built;
    }
    recorder.doing("building the peers in Rust");
    Path copy = made.resolve("source");
    copy(copy); // cargo leaves a lock file beside its sources, which does not belong to ours
    List<Optional<Path>> programs = Parallel.map(peers, peer -> build(cargo.get(), copy, peer));
    for (int i = 0; i < peers.size(); i++) {
      String peer = peers.get(i);
      programs.get(i).ifPresent(program -> built.put(peer, program));
    }
    return built;
  }

  private Optional<Path> build(Path cargo, Path copy, String peer)
      throws IOException, InterruptedException {
    Path target =
        made.resolve("build-" + peer); // in one folder, one build would wait for the other
    List<String> command = new ArrayList<>();
    command.addAll(List.of(cargo.toString(), "build", "--quiet", "--release"));
    command.addAll(List.of("--manifest-path", copy.resolve(peer).resolve("Cargo.toml").toString()));
    command.addAll(List.of("--target-dir", target.toString()));
    if (Files.isDirectory(SYSTEM_CRATES)) {
      command.addAll(
          List.of(
              "--offline",
              "--config",
              "source.crates-io.replace-with='system'",
              "--config",
              "source.system.directory='" + SYSTEM_CRATES + "'"));
    }
    Programs.Output output = Programs.run(FOR_A_BUILD, copy, command);
    if (output.exitCode() != 0) {
      String said = output.err().lines().filter(l -> l.startsWith("error")).findFirst().orElse("");
      recorder.remark(Remark.Kind.NOT_BUILT, "Rust: " + peer, said);
      return Optional.empty();
    }
    return Optional.of(target.resolve("release/peer-" + peer));
  }

  /** Copies what has changed: a file that is newer is compiled again. */
  private void copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(sources.relativize(file));
        byte[] bytes = Files.readAllBytes(file);
        if (!Files.exists(target) || !Arrays.equals(bytes, Files.readAllBytes(target))) {
          Files.createDirectories(target.getParent());
          Files.write(target, bytes);
        }
      }
    }
  }
}
