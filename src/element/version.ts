/**
 * Version of the package. The key of a prerendered box contains it, to identify its templates and styles. A test
 * compares it with package.json.
 */
export const VERSION = '0.1.0';
