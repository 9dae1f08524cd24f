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
/** Folders by address. The builder is next to the folder embed, as on a publisher's server. */
const folders = {demo: 'demo', dist: 'dist', builder: 'dist/builder', embed: 'dist/embed'};

/** The strictest realistic Content Security Policy. The demo uses it so that violations show at once. */
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

/**
 * The builder's policy. The builder may fetch data files from any address; it sends no data. It draws pictures from
 * `data:` addresses that it has made.
 */
export const builderPolicy = demoPolicy
  .replace("connect-src 'self'", "connect-src 'self' https: http:")
  .replace("img-src 'self'", "img-src 'self' data:");

/**
 * Starts the server. Uses another port if `port` is in use; 0 always uses a free one. Resolves to the address, the
 * port and a `close` function that also ends open connections.
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
    // In dev mode sirv reads the disk for every request, so a new build needs no restart.
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
    // Also protects files such as .env. The path has no dot segments that could leave the folder.
    if (pathname === undefined || pathname.includes('/.')) return answer(response, 404);
    if (pathname === '/') return answer(response, 302, {Location: '/demo/'});

    const folder = pathname.split('/')[1];
    const handler = handlers.get(folder);
    if (!handler) return answer(response, 404);
    if (!pathname.endsWith('/') && isFolder(path.join(root, folders[folder], pathname.slice(folder.length + 1)))) {
      // Redirect: without the slash, a page's relative addresses would resolve against the parent folder.
      return answer(response, 301, {Location: encodeURI(`${pathname}/`)});
    }

    if (folder === 'demo') response.setHeader('Content-Security-Policy', demoPolicy);
    // Frames with an opaque origin may load only scripts and data that allow any origin.
    if (/^\/(?:dist\/(?:embed|data|templates)|embed)\//.test(pathname))
      response.setHeader('Access-Control-Allow-Origin', '*');
    if (/^\/(?:dist\/)?builder\//.test(pathname)) response.setHeader('Content-Security-Policy', builderPolicy);
    const file = pathname.slice(folder.length + 1);
    request.url = encodeURI(file.endsWith('/') ? `${file}index.html` : file);
    // sirv throws on invalid ranges, and no file is large enough to need ranges.
    delete request.headers.range;
    handler(request, response, () => answer(response, 404));
  };
}

/** The decoded path; `undefined` if it is malformed or leaves the folder. */
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
