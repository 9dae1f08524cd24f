/**
 * The chunks that a page with the three boxes loads for a valid file at `src`, in the order of their names, besides
 * `summit-elements.js`. `test/delivery/custom-data.test.mjs` compares them with the requests of a page.
 */
export const OWN_DATA_CHUNKS = ['custom-data-boxes', 'messages'];
