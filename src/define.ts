/** Registers all three tags, and the bundled summit as the default. Importing this file is what puts the elements to work. */
import './data/register-bundled.js';
import './define-elements.js';
