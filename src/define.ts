/** Registers all three tags, and the bundled summit as the default. Import this file for its side effect. */
import './data/register-bundled.js';
import './define-elements.js';
