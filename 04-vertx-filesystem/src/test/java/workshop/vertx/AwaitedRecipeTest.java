package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class AwaitedRecipeTest {

  private final AwaitedRecipe recipe = Answer.of(AwaitedRecipe.class);

  @Test
  @Order(1)
  void the_text_is_seasoned_and_the_event_loop_is_free(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.when(Op.READ).on("raw.txt").hold()) {
      transform(kitchen, disk, text -> text + " with salt").leavesTheLoopFreeAt(held);
    }
    assertThat(disk).file("done.txt").holds("soup with salt".getBytes(UTF_8));
  }

  @Test
  @Order(2)
  void the_event_loop_is_free_while_the_disk_writes(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.when(Op.WRITE).on("done.txt").hold()) {
      Promised<Void> cooking = transform(kitchen, disk, text -> text + " with salt");
      cooking.arrivesAt(held);
      cooking.isNotDoneWhile(held, "the write");
      cooking.leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(3)
  void the_steps_run_on_a_virtual_thread_of_vertx(Disk disk) {
    disk.seed("raw.txt", "soup");
    AtomicReference<String> seen = new AtomicReference<>("change was never called");
    AtomicReference<ThreadingModel> model = new AtomicReference<>();
    try (Kitchen kitchen = Kitchen.open(disk)) {
      transform(
              kitchen,
              disk,
              text -> {
                Context context = Vertx.currentContext();
                model.set(context == null ? null : context.threadingModel());
                seen.set("change was called on " + inWords(Thread.currentThread(), context));
                return text;
              })
          .served();
    }
    if (model.get() != ThreadingModel.VIRTUAL_THREAD) {
      throw Diagnosis.observed(seen.get())
          .means(
              "The steps are to run on a virtual-thread context of Vert.x: there waiting is cheap,"
                  + " and still only one piece of your code runs at a time.")
          .nextStep("Deploy the steps, with DeploymentOptions that name the threading model.");
    }
  }

  @Test
  @Order(4)
  void the_virtual_thread_leaves_the_disk_to_others(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      transform(kitchen, disk, text -> text).served();
    }
    boolean onVirtualThreads =
        disk.recording().threads().stream().anyMatch(thread -> thread.virtual());
    if (onVirtualThreads) {
      throw Diagnosis.observed("A virtual thread stood at the disk itself.")
          .means(
              "A virtual thread inside a file operation keeps its carrier, and there are as few"
                  + " carriers as processors: two slow reads can stop every virtual thread.")
          .nextStep("Let Vert.x's FileSystem do it, on its pool, and await the future.")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(5)
  void an_error_names_its_file(Disk disk) {
    disk.seed("raw.txt", "soup");
    assertNames(disk, "raw.txt", Op.READ);
    assertNames(disk, "done.txt", Op.WRITE);
  }

  @Test
  @Order(6)
  void nothing_stays_deployed(Disk disk) {
    disk.seed("raw.txt", "soup");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      // Looked at in the very turn in which the future completes: a moment later may be too late.
      AtomicInteger deployed = new AtomicInteger();
      kitchen
          .order(
              "transform()",
              () ->
                  cooking(kitchen, disk, text -> text)
                      .onComplete(done -> deployed.set(kitchen.vertx().deploymentIDs().size())))
          .served();
      assertNothingDeployed(kitchen, deployed.get(), "succeeded");

      disk.when(Op.READ).fails("Input/output error");
      transform(kitchen, disk, text -> text).failed();
      assertNothingDeployed(kitchen, kitchen.vertx().deploymentIDs().size(), "failed");
    }
  }

  private Promised<Void> transform(Kitchen kitchen, Disk disk, UnaryOperator<String> change) {
    return kitchen.order("transform()", () -> cooking(kitchen, disk, change));
  }

  private Future<Void> cooking(Kitchen kitchen, Disk disk, UnaryOperator<String> change) {
    return recipe.transform(kitchen.vertx(), disk.path("raw.txt"), disk.path("done.txt"), change);
  }

  private void assertNames(Disk disk, String name, Op failing) {
    disk.when(failing).on(name).times(1).fails(path -> new IOException("Input/output error"));
    try (Kitchen kitchen = Kitchen.open(disk)) {
      Throwable failure = transform(kitchen, disk, text -> text).failed();
      String message = String.valueOf(failure.getMessage());
      if (!(failure instanceof IOException) && message.contains(disk.path(name).toString())) {
        throw Diagnosis.observed(
                "The %s of %s failed, and transform() with it: %s"
                    .formatted(failing, name, failure))
            .means(
                "The file is named, but this is no IOException: what await() threw has left as it was,"
                    + " and callers who prepare for an IOException do not catch it.")
            .nextStep("Catch what await() throws, and throw an IOException with it as the cause.")
            .because(failure);
      }
      if (!(failure instanceof IOException) || !message.contains(disk.path(name).toString())) {
        throw Diagnosis.observed(
                "The %s of %s failed, and transform() with it: %s"
                    .formatted(failing, name, failure))
            .means("Callers prepare for an IOException, and need to know which of the two files.")
            .nextStep("Catch what await() throws, and throw an IOException that names the file.")
            .because(failure);
      }
    }
  }

  private static void assertNothingDeployed(Kitchen kitchen, int deployed, String ended) {
    if (deployed == 0) {
      return;
    }
    if (kitchen.comesToPass(() -> kitchen.vertx().deploymentIDs().isEmpty())) {
      throw Diagnosis.observed(
              "When transform() had " + ended + ", its verticle was still being undeployed.")
          .means("Something undeploys it, and your future does not wait for that.")
          .nextStep("Chain it: in compose(), undeploy() has to end before your future does.");
    }
    throw Diagnosis.observed("The recipe " + ended + ", and its verticle is still deployed.")
        .means("With each call one more stays, with its context and all it holds on to.")
        .nextStep("Undeploy by the id that deployVerticle() gives, as the last step.");
  }

  private static String inWords(Thread thread, Context context) {
    return (thread.isVirtual() ? "a virtual thread" : "the thread \"" + thread.getName() + '"')
        + (context == null
            ? ", outside of any context of Vert.x"
            : ", " + context.threadingModel());
  }
}
