/** Files in memory, sent as small as a server can make them: what is counted is what went over the wire. */
import {once} from 'node:events';
import {createServer} from 'node:http';
import {brotli} from '../tools/build/describe-files.mjs';

const TYPES = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  json: 'application/json',
  svg: 'image/svg+xml',
};

export async function startServer() {
  /** @type {Map<string, {raw: Buffer, brotli: Buffer, type: string}>} */
  const files = new Map();
  const requests = [];

  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    requests.push(pathname);
    const file = files.get(pathname);
    if (!file) {
      response.writeHead(404);
      response.end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': `${file.type}; charset=utf-8`,
      'Content-Encoding': 'br',
      'Content-Length': file.brotli.length,
      // As docs/embedding.md has it. Every page is opened with an empty cache.
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
    response.end(file.brotli);
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Serves a file at a path from now on. */
    put(path, text) {
      const raw = Buffer.from(text);
      files.set(path, {raw, brotli: brotli(raw), type: TYPES[path.split('.').pop()] ?? TYPES.html});
    },
    /** Paths that were asked for since this was called last. */
    takeRequests: () => requests.splice(0),
    /** What files weigh, in bytes. */
    sizeOf(paths) {
      const found = paths.map((path) => files.get(path)).filter(Boolean);
      const sum = (key) => found.reduce((total, file) => total + file[key].length, 0);
      return {raw: sum('raw'), brotli: sum('brotli')};
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
