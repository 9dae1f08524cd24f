// pngjs comes without types; these are of what the tests use.
declare module 'pngjs' {
  export class PNG {
    constructor(options: {width: number; height: number});
    width: number;
    height: number;
    data: Buffer;
    static bitblt(
      from: PNG,
      to: PNG,
      x: number,
      y: number,
      width: number,
      height: number,
      toX: number,
      toY: number,
    ): void;
    static sync: {read(bytes: Buffer): PNG; write(png: PNG): Buffer};
  }
}
