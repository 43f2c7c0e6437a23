/**
 * The command line. Its picocli commands turn flags into plain values, call the rooms below, and turn results and failures
 * into output and exit codes.
 *
 * <p>The only room that knows picocli, and the only one that ends the process. {@code nn --help}, {@code --version} and usage
 * errors load no ND4J class. Imports all other rooms. Third-party: picocli.
 */
package nn.cli;
