/**
 * What carries a question to its answer: {@link workshop.comparison.run.Runner} lets every question
 * measure, {@link workshop.comparison.run.Notes} keeps what it finds, {@link
 * workshop.comparison.run.Progress} shows how far it is, {@link workshop.comparison.run.Programs}
 * finds and runs other people's programs, {@link workshop.comparison.run.WorkFolder} is where the
 * measured files lie.
 */
@NullMarked
package workshop.comparison.run;

import org.jspecify.annotations.NullMarked;
