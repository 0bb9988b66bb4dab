package workshop.vertx;

import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;

/** What the suite of 04-4 says. */
final class BoundedCopyDiagnosis {

  private BoundedCopyDiagnosis() {}

  static Diagnosis copiedByTheSystem() {
    return Diagnosis.observed("The file was copied by the operating system: FileSystem.copy().")
        .means(
            "For a plain copy nothing is better. But the bytes never came to your program, and this"
                + " exercise is about bytes that do.")
        .nextStep("Open both files, and let the bytes flow from one to the other.");
  }

  static Diagnosis ranAhead(long most, int mark) {
    return Diagnosis.observed(
            "%,d bytes had been read that were not yet written; the mark is at %,d."
                .formatted(most, mark))
        .means(
            "The source runs ahead of the target, and the bytes between them fill the memory. If the"
                + " file is large and the target slow, they fill all of it.")
        .nextStep(
            "Pause the source while the target's queue is full: pipeTo does that. Make the queue and"
                + " the chunks that are read small enough for this mark.");
  }

  static Diagnosis sourceMade() {
    return Diagnosis.observed("There was no delivery.bin. Now there is one, and it is empty.")
        .means(
            "By default an AsyncFile is opened for reading and writing, and created if it is absent.")
        .nextStep("Open the source for reading only: see what OpenOptions turns on by default.");
  }

  static Diagnosis targetEmptied() {
    return Diagnosis.observed("The source is missing, and the target was emptied anyway.")
        .means("A copy that cannot even begin has destroyed what was there before.")
        .nextStep("Open the target only after the source is open.");
  }

  static Diagnosis emptiedItself(String how, Disk disk) {
    return Diagnosis.observed(
            "Source and target were the same file, by " + how + ". Now the file is empty.")
        .means("Opening the target truncated the source before a byte of it was read.")
        .nextStep(
            "Before you open anything, ask the disk whether both paths lead to the same file, and"
                + " fail if they do. Comparing the paths is not enough: links have other names.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis otherContent(byte[] expected, byte[] found) {
    return Diagnosis.observed("The target holds " + SampleBytes.difference(expected, found) + ".")
        .means("The target has to hold what the source holds, whatever its size.")
        .nextStep("Copy to the end of the source; the target is emptied when it is opened.");
  }
}
