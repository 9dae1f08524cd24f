// pixelmatch comes with this folder's packages, which its helpers are checked without.
declare module 'pixelmatch' {
  /** How many pixels differ; `difference` gets a picture of it. */
  export default function pixelmatch(
    one: Uint8Array,
    other: Uint8Array,
    difference: Uint8Array,
    width: number,
    height: number,
    options: {threshold: number; includeAA: boolean},
  ): number;
}
