/**
 * Writes records as JSON and reads them back, with Jackson's streaming core.
 *
 * <p>It is no general mapper: it reads only what it writes. Imports {@code nn.files}. Third-party: Jackson core.
 */
package nn.json;
