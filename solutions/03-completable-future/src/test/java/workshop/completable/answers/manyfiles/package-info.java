/** Answers to {@link workshop.completable.ManyFiles} that the build judges. */
package workshop.completable.answers.manyfiles;
