/**
 * Records as JSON and back, on Jackson's streaming core.
 *
 * <p>Not a general mapper: it reads what it writes, and nothing else. Imports {@code nn.files}. Third-party: Jackson core.
 */
package nn.json;
