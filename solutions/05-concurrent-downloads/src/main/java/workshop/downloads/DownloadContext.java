package workshop.downloads;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;

/**
 * What all downloads of a run share. Given; nothing to do here. The caller that makes it also
 * closes client, timer and worker, after the run has ended.
 *
 * @param client sends the requests
 * @param limit how many downloads are in flight at most
 * @param policy deadline and retries of each download
 * @param worker runs the work on files
 */
public record DownloadContext(HttpClient client, int limit, RetryPolicy policy, Executor worker) {}
