/**
 * The server behind `npm start`: the demo at /demo/, the builder page at /builder/, the files it writes snippets for at
 * /embed/, and everything that is built at /dist/.
 *
 *   PORT=9000 node tools/serve.mjs   8080 without PORT; a free port where that one is taken
 */
import {realpathSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import sirv from 'sirv';

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const host = '127.0.0.1';
/** What stands at which address. The builder lies beside the folder embed, here as on a publisher's server. */
const folders = {demo: 'demo', dist: 'dist', builder: 'dist/builder', embed: 'dist/embed'};

/** The strictest policy a publisher may have. The demo runs under it, so that a breach shows at once. */
export const demoPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The builder's. It reads the data file that an editor names, wherever that lies; it sends nothing there. */
export const builderPolicy = demoPolicy.replace("connect-src 'self'", "connect-src 'self' https: http:");

/**
 * Starts the server. Takes another port where `port` is in use; 0 always takes a free one.
 * Resolves to the address, the port and a `close` that ends open connections too.
 */
export async function startServer({port = 8080, root = projectRoot} = {}) {
  const server = createServer(makeHandler(root));
  await listen(server, port).catch((error) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listen(server, 0);
  });
  const actual = server.address().port;
  return {
    port: actual,
    url: `http://${host}:${actual}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function makeHandler(root) {
  const handlers = new Map(
    // In dev mode sirv looks at the disk for every request: a new build is there without a restart.
    Object.entries(folders).map(([name, folder]) => [
      name,
      sirv(path.join(root, folder), {dev: true, etag: true, extensions: []}),
    ]),
  );

  return (request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response, 405, {Allow: 'GET, HEAD'});

    const pathname = readPath(request.url);
    // Also keeps files such as .env to ourselves. The path has no dot segments left that could lead out of the folder.
    if (pathname === undefined || pathname.includes('/.')) return answer(response, 404);
    if (pathname === '/') return answer(response, 302, {Location: '/demo/'});

    const folder = pathname.split('/')[1];
    const handler = handlers.get(folder);
    if (!handler) return answer(response, 404);
    if (!pathname.endsWith('/') && isFolder(path.join(root, folders[folder], pathname.slice(folder.length + 1)))) {
      // Without the slash a page's relative addresses would lead to the folder above it.
      return answer(response, 301, {Location: encodeURI(`${pathname}/`)});
    }

    if (folder === 'demo') response.setHeader('Content-Security-Policy', demoPolicy);
    // Frames without an origin of their own may load scripts and data that allow any origin, and no others.
    if (/^\/(?:dist\/(?:embed|data|templates)|embed)\//.test(pathname))
      response.setHeader('Access-Control-Allow-Origin', '*');
    if (/^\/(?:dist\/)?builder\//.test(pathname)) response.setHeader('Content-Security-Policy', builderPolicy);
    const file = pathname.slice(folder.length + 1);
    request.url = encodeURI(file.endsWith('/') ? `${file}index.html` : file);
    // sirv throws on a range that ends before it starts; nothing here is large enough to need ranges.
    delete request.headers.range;
    handler(request, response, () => answer(response, 404));
  };
}

/** The decoded path, or `undefined` for one that is malformed or climbs. */
function readPath(url) {
  try {
    const pathname = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    const safe = pathname.startsWith('/') && !/[\\\0%]|\/\//.test(pathname);
    return safe ? pathname : undefined;
  } catch {
    return undefined;
  }
}

function isFolder(file) {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function answer(response, status, headers = {}) {
  response.writeHead(status, {'Content-Type': 'text/plain; charset=utf-8', ...headers});
  response.end(status === 404 ? 'Not found\n' : '');
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const {url} = await startServer({port: Number(process.env['PORT'] || 8080)});
  console.log(`summit-embeds demo: ${url}\nsummit-embeds builder: ${url}builder/`);
}
