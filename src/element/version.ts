/** Version of the package. A prerendered box tells by it which templates and styles it was made with; a test compares it with package.json. */
export const VERSION = '0.1.0';
