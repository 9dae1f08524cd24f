import {crc32} from 'node:zlib';

/** January 1, 1980, the first day that the format knows: the same files always give the same archive. */
const DATE = (1 << 5) | 1;
/** Names are in UTF-8. */
const FLAGS = 0x08_00;
const VERSION = 20;
/** A regular file of Unix that everybody may read: 0644. */
const MODE = (0o100_644 << 16) >>> 0;

/**
 * Writes a ZIP archive that depends only on names and contents. Files are stored without compression, because zlib
 * gives other bytes on other machines, and the two builds of a release are compared.
 *
 * @param {ReadonlyMap<string, Buffer>} files Contents by path.
 */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, content] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(VERSION, 0);
    common.writeUInt16LE(FLAGS, 2);
    common.writeUInt16LE(DATE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    parts.push(Buffer.from('PK\u0003\u0004'), common, path, content);

    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(MODE, 6);
    rest.writeUInt32LE(offset, 10);
    // "Made by" Unix, so that the mode counts.
    directory.push(Buffer.from('PK\u0001\u0002'), Buffer.from([VERSION, 3]), common, rest, path);
    offset += 30 + path.length + content.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.size, 4);
  end.writeUInt16LE(files.size, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listing, Buffer.from('PK\u0005\u0006'), end]);
}
