/**
 * The local page and its API: a server of the JDK for one user's browser and scripts. It answers with the same classes as the commands,
 * and computes nothing of its own. It never uses a path from a request: runs, models and resources are looked up in lists. It uses the
 * JDK's {@code jdk.httpserver}.
 */
package nn.serve;
