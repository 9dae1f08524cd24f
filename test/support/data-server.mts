/**
 * A server of data files that does everything a server may do wrong, for tests of loading: in Node, and in a browser
 * from another origin (every answer allows that, but those under /no-cors/).
 *
 *   const server = await startDataServer();
 *   server.put('/summit.json', summit);      // a document; an object is sent as JSON
 *   await fetch(server.url('/summit.json'));
 *   server.requests('/summit.json').length   // what was asked for, with `headers`
 *   await server.close();
 *
 * A query makes no difference to what is served. Documents come before routes; `/no-cors/…`, `/gzip/…`, `/bom/…`,
 * `/text-plain/…`, `/etag/…`, `/cached/…` and `/redirect/…` serve the document named by the rest of the path.
 */
import {once} from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {gzipSync} from 'node:zlib';

const JSON_TYPE = 'application/json; charset=utf-8';
const HALF = '{"schemaVersion": "1.0", "id": "half';
const MEGABYTE = 1_000_000;
/** A place that no summit is loaded from, written so that a network error and no other comes of it. */
const NOT_HTTP = 'ftp://127.0.0.1/summit.json';

export interface DataServer {
  readonly origin: string;
  /** Absolute address of a path. */
  url(path: string): string;
  /** Serves a document, or another one than before. Its ETag changes with it. */
  put(
    path: string,
    body: unknown,
    answer?: {readonly status?: number; readonly headers?: Readonly<Record<string, string>>},
  ): void;
  /** All requests for a path so far, whatever their query. */
  requests(path: string): readonly LoggedRequest[];
  /** Settles once a path was asked for so many times. */
  arrived(path: string, count?: number): Promise<void>;
  /** Answers to a path, from the next on, wait for `release`. */
  hold(path: string): {release(): void};
  /** Bytes that went to the clients' sockets for the latest request of a path. */
  sentBytes(path: string): number;
  /** Forgets requests, documents and holds. */
  forget(): void;
  close(): Promise<void>;
}

interface LoggedRequest {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly socket: Socket;
  /** Bytes on the socket since the request. */
  sent(): number;
  /** Settles when the answer has ended or the client has gone. */
  readonly closed: Promise<void>;
  /** Of the answer, once it has ended. */
  status?: number;
}

interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: Buffer | string;
}

interface Document extends Answer {
  readonly body: Buffer;
  readonly etag: string;
  readonly modified: string;
}

export async function startDataServer(): Promise<DataServer> {
  const documents = new Map<string, Document>();
  const log: LoggedRequest[] = [];
  const holds = new Map<string, Promise<void>>();
  let waiting: (() => boolean)[] = [];
  let edition = 0;

  const send = (response: ServerResponse, {body, status, headers}: Answer): ServerResponse =>
    response.writeHead(status, headers).end(body);

  /** Routes that serve a document in a way of their own. */
  const prefixes: Readonly<
    Record<string, (response: ServerResponse, document: Document, request: IncomingMessage) => unknown>
  > = {
    'no-cors': (response, document) => {
      response.removeHeader('Access-Control-Allow-Origin');
      send(response, document);
    },
    gzip: (response, {body, status, headers}) =>
      send(response, {body: gzipSync(body), status, headers: {...headers, 'Content-Encoding': 'gzip'}}),
    bom: (response, {body, status, headers}) =>
      send(response, {body: Buffer.concat([Buffer.from('\ufeff'), body]), status, headers}),
    'text-plain': (response, {body, status}) => send(response, {body, status, headers: {'Content-Type': 'text/plain'}}),
    // Fresh for no second: a client with a cache asks with If-None-Match, and a page gets the file from the cache then.
    etag(response, {body, status, headers, etag, modified}, request) {
      const validators = {'Cache-Control': 'max-age=0, must-revalidate', ETag: etag, 'Last-Modified': modified};
      if (request.headers['if-none-match'] === etag) send(response, {status: 304, headers: validators});
      else send(response, {body, status, headers: {...headers, ...validators}});
    },
    // In the browser's cache for an hour, so that only a request that asks the server gets a later edition.
    cached: (response, {body, status, headers, etag}) =>
      send(response, {body, status, headers: {...headers, ETag: etag, 'Cache-Control': 'max-age=3600'}}),
    redirect(response, document, request) {
      send(response, {status: 302, headers: {Location: request.url?.slice('/redirect'.length)}});
    },
  };

  const routes: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
    '/404': (response) =>
      send(response, {status: 404, headers: {'Content-Type': 'text/html'}, body: '<h1>Not found</h1>'}),
    '/500': (response) => send(response, {status: 500, headers: {'Content-Type': JSON_TYPE}, body: '{}'}),
    // Never answers.
    '/hang': () => undefined,
    // Answers, and then nothing comes.
    '/hang-body': (response) => response.writeHead(200, {'Content-Type': JSON_TYPE}).write(HALF),
    // Always a little more, never the end.
    '/drip': (response) => {
      response.writeHead(200, {'Content-Type': JSON_TYPE});
      const timer = setInterval(() => response.write(' '), 5);
      response.once('close', () => {
        clearInterval(timer);
      });
    },
    // Says more than it sends, and goes away.
    '/truncated': (response) => {
      response.writeHead(200, {'Content-Type': JSON_TYPE, 'Content-Length': 1000});
      response.write(HALF, () => response.socket?.end());
    },
    // The same without a length: the last chunk never comes. What did come is whole JSON.
    '/truncated-chunked': (response) => {
      response.writeHead(200, {'Content-Type': JSON_TYPE});
      response.write('{}', () => response.socket?.end());
    },
    '/html': (response) =>
      send(response, {
        status: 200,
        headers: {'Content-Type': JSON_TYPE},
        body: '\n<!doctype html><title>Log in</title><script>document.title = "ran"</script>',
      }),
    '/no-content': (response) => send(response, {status: 204}),
    '/empty': (response) => send(response, {status: 200, headers: {'Content-Type': JSON_TYPE}, body: ''}),
    '/redirect-loop': (response) => send(response, {status: 302, headers: {Location: '/redirect-loop'}}),
    '/redirect-away': (response) => send(response, {status: 302, headers: {Location: NOT_HTTP}}),
    '/redirect-data': (response) => send(response, {status: 302, headers: {Location: 'data:application/json,{}'}}),
    // 50 MB, and not a word about that.
    '/big': (response) => {
      response.writeHead(200, {'Content-Type': JSON_TYPE});
      void pour(response, 50);
    },
    // 50 MB, announced.
    '/big-announced': (response) => {
      response.writeHead(200, {'Content-Type': JSON_TYPE, 'Content-Length': 50 * MEGABYTE});
      void pour(response, 50);
    },
    // The length is true and says nothing: some 50 kB that unpack to 50 MB.
    '/big-packed': (response) =>
      send(response, {
        status: 200,
        headers: {'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip'},
        body: (packed ??= gzipSync(Buffer.alloc(50 * MEGABYTE, ' '))),
      }),
  };
  let packed: Buffer | undefined;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const {method, url = '/', headers, socket} = request;
    const path = pathOf(url);
    const before = socket.bytesWritten;
    const entry: LoggedRequest = {
      method,
      url,
      headers,
      socket,
      sent: () => socket.bytesWritten - before,
      closed: closed(response).then(() => {
        entry.status = response.statusCode;
      }),
    };
    log.push(entry);
    waiting = waiting.filter((check) => !check());
    response.on('error', () => undefined);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'no-store');

    // An answer that is held back is that of its time.
    const [, prefix = '', rest = ''] = /^\/([a-z-]+)(\/.*)$/.exec(path) ?? [];
    const serve = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
    const own = documents.get(path);
    const document = own ?? (serve && documents.get(rest));
    await holds.get(path);
    if (response.destroyed) return;
    if (!document) (routes[path] ?? routes['/404'])!(response);
    else if (own || !serve) send(response, document);
    else serve(response, document, request);
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const requests = (path: string): readonly LoggedRequest[] => log.filter(({url}) => pathOf(url) === path);

  return {
    origin,
    url: (path) => origin + path,
    put(path, body, {status = 200, headers = {}} = {}) {
      edition += 1;
      const bytes = Buffer.isBuffer(body) ? body : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
      documents.set(path, {
        body: bytes,
        status,
        headers: {'Content-Type': JSON_TYPE, ...headers},
        etag: `"${edition}"`,
        modified: new Date(Date.UTC(2031, 0, 1, 0, 0, edition)).toUTCString(),
      });
    },
    requests,
    arrived: (path, count = 1) =>
      new Promise((resolve) => {
        const check = (): boolean => {
          const isThere = requests(path).length >= count;
          if (isThere) resolve();
          return isThere;
        };
        if (!check()) waiting.push(check);
      }),
    hold(path) {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      holds.set(path, held);
      return {
        release() {
          if (holds.get(path) === held) holds.delete(path);
          release();
        },
      };
    },
    sentBytes: (path) => requests(path).at(-1)?.sent() ?? 0,
    forget() {
      log.length = 0;
      documents.clear();
      holds.clear();
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function pathOf(url: string): string {
  return new URL(url, 'http://localhost').pathname;
}

/** Settles when the answer has ended or the client has gone. */
function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', () => {
      resolve();
    });
  });
}

/** Sends blanks as fast as the client takes them, until it has gone. */
async function pour(response: ServerResponse, megabytes: number): Promise<void> {
  const gone = closed(response);
  const chunk = Buffer.alloc(MEGABYTE / 10, ' ');
  for (let sent = 0; sent < megabytes * MEGABYTE && !response.destroyed; sent += chunk.length) {
    if (!response.write(chunk)) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), gone]);
  }
  response.end();
}
