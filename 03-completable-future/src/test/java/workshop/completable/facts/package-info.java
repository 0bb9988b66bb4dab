/**
 * Facts that surprise even those who have used these classes for years, each shown by a test that
 * you can run. None of them is an exercise, and all are green.
 *
 * <ul>
 *   <li>{@code DefaultPoolTest} belongs to 03-1 and 03-5: where a stage runs that was given no
 *       executor
 *   <li>{@code NextStageTest} belongs to 03-1: who runs a stage without Async in its name
 *   <li>{@code ChannelIsAPoolTest} belongs to 03-2: what is asynchronous about an asynchronous
 *       channel
 *   <li>{@code BareOrWrappedTest} belongs to 03-3: what a handler gets to see of a failure
 *   <li>{@code GivingUpTest} belongs to 03-4: what cancel and orTimeout do not do
 *   <li>{@code AllOfTest} belongs to 03-5: when allOf is complete
 *   <li>{@code LargestLogTest} belongs to the guide: the example of chapter 03
 * </ul>
 */
package workshop.completable.facts;
