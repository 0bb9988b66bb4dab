package workshop.downloads;

import java.net.http.HttpClient;
import java.util.concurrent.Executor;

/**
 * What a run works with. Given; nothing to do here. Who makes it closes it, after the run.
 *
 * @param client sends the requests
 * @param limit how many downloads are in flight at most
 * @param patience for each download
 * @param worker runs the work on files
 */
public record Kitchen(HttpClient client, int limit, Patience patience, Executor worker) {}
