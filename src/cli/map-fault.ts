/** The geometry file can't be used to draw a map. The message gives the reason. */
export class MapFault extends Error {}
