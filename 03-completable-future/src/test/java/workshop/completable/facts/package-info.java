/**
 * Facts that surprise even people who have used these classes for years. Each is shown by a test
 * that you can run. None of them is an exercise, and all are green.
 *
 * <ul>
 *   <li>{@code DefaultPoolTest} belongs to 03-1 and 03-5: where a stage without an executor runs
 *   <li>{@code NextStageTest} belongs to 03-1: which thread runs a stage without Async in its name
 *   <li>{@code ChannelIsAPoolTest} belongs to 03-2: what is asynchronous about an asynchronous
 *       channel
 *   <li>{@code BareOrWrappedTest} belongs to 03-3: what a handler gets
 *   <li>{@code GivingUpTest} belongs to 03-4: what cancel and orTimeout do not do
 *   <li>{@code AllOfTest} belongs to 03-5: when allOf completes
 *   <li>{@code LargestLogTest} belongs to the guide: the example of chapter 03
 * </ul>
 */
package workshop.completable.facts;
