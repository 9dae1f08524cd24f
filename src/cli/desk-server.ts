/// <reference types="node" />
/** The server of `summit-embeds desk`: the built page, and one file to read and write. For this computer only. */
import {Buffer} from 'node:buffer';
import {createHash, randomBytes} from 'node:crypto';
import {access, constants, readFile} from 'node:fs/promises';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import type {DeskRequest} from './cli-environment.js';

/** What to serve. */
interface DeskOptions extends DeskRequest {
  /** Replaces a file atomically. */
  readonly write: (file: string, text: string) => Promise<void>;
}

interface DeskServer {
  /** Address of the page. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** The same limit as in browsers. */
const MAX_BYTES = 2_000_000;

/** Folders of the package that the page needs. */
const FOLDERS = ['builder', 'embed'];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The builder's policy, as in tools/serve.mjs. */
const DESK_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self' https: http:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** An answer that isn't a file of the package. */
interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const NOT_FOUND: Answer = {status: 404, text: 'Not found\n'};

export async function serveDesk({file, port, dist, write}: DeskOptions): Promise<DeskServer> {
  // Other users and pages can't guess it.
  const token = randomBytes(16).toString('hex');
  let authority = '';
  let saving: Promise<unknown> = Promise.resolve();

  const answerFile = async (request: IncomingMessage): Promise<Answer> => {
    if (file === undefined) return NOT_FOUND;
    const {origin} = request.headers;
    if (origin !== undefined && origin !== `http://${authority}`) return {status: 403, text: 'Another page asked.\n'};
    if (request.method === 'GET' || request.method === 'HEAD') {
      const bytes = await readIfThere(file);
      return bytes ? {status: 200, text: bytes.toString(), headers: {ETag: tagOf(bytes)}} : NOT_FOUND;
    }
    if (request.method !== 'PUT') return {status: 405, text: '', headers: {Allow: 'GET, HEAD, PUT'}};
    const body = await readBody(request);
    if (!body) return {status: 413, text: 'The file is larger than 2 MB.\n'};
    // One after the other: the second of two has to see what the first one wrote.
    const saved = saving.then(() => save(file, body, request.headers, write));
    saving = saved.catch(() => undefined);
    return saved;
  };

  /** Returns nothing if it has answered with a file of the package. */
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<Answer | undefined> => {
    // A page that resolves its own name to this address has another host.
    if (request.headers.host !== authority) return {status: 421, text: 'Wrong host\n'};
    const [pathname = ''] = (request.url ?? '').split('?', 1);
    const [, given, folder = '', ...rest] = pathname.split('/');
    if (given !== token) return NOT_FOUND;
    if (folder === 'file' && rest.length === 0) return answerFile(request);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return {status: 405, text: '', headers: {Allow: 'GET, HEAD'}};
    }
    const isSafe = FOLDERS.includes(folder) && rest.length > 0 && rest.every((name) => /^(?!\.)[\w.-]*$/.test(name));
    const name = rest.at(-1) === '' ? [...rest.slice(0, -1), 'index.html'] : rest;
    const bytes = isSafe
      ? await readIfThere(path.join(fileURLToPath(dist), folder, ...name)).catch(() => undefined)
      : undefined;
    if (!bytes) return NOT_FOUND;
    if (folder === 'builder') response.setHeader('Content-Security-Policy', DESK_POLICY);
    // Frames with an opaque origin may load only what allows any origin.
    else response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', TYPES[path.extname(name.at(-1) ?? '')] ?? 'application/octet-stream');
    response.end(bytes);
    return undefined;
  };

  const server = createServer((request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'no-referrer');
    answer(request, response)
      .catch((cause: unknown): Answer => ({status: 500, text: `${(cause as Error).message}\n`}))
      .then((reply) => {
        if (reply) send(response, reply);
      })
      .catch(() => undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  authority = `${HOST}:${String((server.address() as AddressInfo).port)}`;
  const query = file === undefined ? '' : `?file=${encodeURIComponent(path.basename(file))}`;
  return {
    url: `http://${authority}/${token}/builder/${query}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** Writes the file if it is still the one that the page knows. */
async function save(
  file: string,
  body: Buffer,
  headers: IncomingMessage['headers'],
  write: DeskOptions['write'],
): Promise<Answer> {
  const before = await readIfThere(file);
  const known = headers['if-match'];
  if (known === undefined && headers['if-none-match'] !== '*') return {status: 428, text: 'If-Match is missing.\n'};
  if ((before && tagOf(before)) !== known) return {status: 412, text: 'Another program changed the file.\n'};
  try {
    if (before) await access(file, constants.W_OK);
    await write(file, body.toString());
  } catch (cause) {
    return {status: 500, text: `${(cause as Error).message}\n`};
  }
  return {status: 204, text: '', headers: {ETag: tagOf(body)}};
}

function send(response: ServerResponse, {status, text, headers}: Answer): void {
  response.writeHead(status, {'Content-Type': 'text/plain; charset=utf-8', ...headers});
  response.end(text);
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** The body of a request; `undefined` if it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BYTES) chunks.push(chunk);
  }
  return size > MAX_BYTES ? undefined : Buffer.concat(chunks);
}

function tagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('base64url')}"`;
}
