/** A file of geometry that no map can be drawn from. The message says why. */
export class MapFault extends Error {}
