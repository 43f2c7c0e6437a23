/**
 * Loads the shared libraries of ND4J and oneDNN, once and in the right order.
 *
 * <p>Imports nn alone. Third-party: none; it loads JavaCPP's classes by name.
 */
package nn.natives;
