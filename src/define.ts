/** Registers all three tags. Importing this file is what puts the elements to work. */
import './components/summit-goal-comparison/define.js';
import './components/summit-region-list/define.js';
import './components/summit-fact-box/define.js';
