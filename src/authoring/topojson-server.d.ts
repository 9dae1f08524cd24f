declare module 'topojson-server' {
  import type {GeoJSON} from 'geojson';
  import type {Topology} from 'topojson-specification';

  /** Makes a topology of GeoJSON objects. With `quantization`, coordinates are rounded to a grid of that size. */
  export function topology(objects: Readonly<Record<string, GeoJSON>>, quantization?: number): Topology;
}
