/**
 * Records as JSON and back, on Jackson's streaming core.
 *
 * <p>Not a general mapper: what a program writes here, it can read again, and nothing else. Imports nothing of ours but the messages
 * for users. Third-party: Jackson core.
 */
package nn.json;
