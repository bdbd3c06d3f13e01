import { BenchStatements, benchClient, type BenchModule, learnerAgent } from './benchStatements.ts';
import { LoadConnection } from './loadGeneratorConnection.ts';

/** A load for one server. It ends after `forMs` or `most` requests, whichever comes first. */
export interface LoadJob {
  /** A port on loopback. */
  readonly port: number;
  readonly connections: number;
  /** Before it counts: milliseconds, and at most so many requests. */
  readonly warmUp: Bounds;
  readonly measured: Bounds;
  readonly request:
    | { readonly kind: 'post'; readonly statements: number }
    /** Fifty statements of one of so many learners of a run. */
    | { readonly kind: 'get'; readonly run: string; readonly learners: number };
}

export interface Bounds {
  readonly ms: number;
  readonly requests: number;
}

/** What was measured. Times from the sending of a request to the end of its reply, in milliseconds. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly median: number;
  readonly p99: number;
}

/**
 * A process that loads one server at a time, so that what it costs is the same for everything it measures. Arguments: the
 * module as JSON, the run. Jobs come and results go as messages; it ends when its parent does.
 */
const [module = '', run = ''] = process.argv.slice(2);
const statements = new BenchStatements(JSON.parse(module) as BenchModule, run);
const credentials = Buffer.from(`${benchClient.name}:${benchClient.secret}`).toString('base64');

async function load(job: LoadJob): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: job.connections }, () => LoadConnection.open(job.port)));
  try {
    await rounds(connections, job, job.warmUp);
    return await rounds(connections, job, job.measured);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Every connection sends its next request when it has the reply to the last. Any reply but a 200 ends the run. */
async function rounds(
  connections: readonly LoadConnection[],
  { request, port }: LoadJob,
  { ms, requests }: Bounds,
): Promise<LoadResult> {
  const times: number[] = [];
  const start = performance.now();
  let left = requests;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = start; now - start < ms && left > 0;) {
        left -= 1;
        const text = request.kind === 'post' ? post(request.statements, port) : get(request, port);
        const sent = performance.now();
        const status = await connection.send(text);
        if (status !== 200) throw new Error(`a request was answered ${status}`);
        now = performance.now();
        times.push(now - sent);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { requests: times.length, seconds, median: at(0.5), p99: at(0.99) };
}

function post(count: number, port: number): string {
  const list = Array.from({ length: count }, () => statements.nextJson());
  const body = count === 1 ? list[0]! : `[${list.join(',')}]`;
  const length = Buffer.byteLength(body);
  return `POST /xapi/statements ${head(port)}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n${body}`;
}

let asked = 0;

/** Learners in an order that jumps, so that no page is asked for twice in a row. */
function get({ run: ofRun, learners }: Extract<LoadJob['request'], { kind: 'get' }>, port: number): string {
  asked += 7919;
  const query = new URLSearchParams({ agent: learnerAgent(ofRun, asked % learners), limit: '50' });
  return `GET /xapi/statements?${query} ${head(port)}\r\n`;
}

function head(port: number): string {
  return `HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Basic ${credentials}\r\nX-Experience-API-Version: 1.0.3\r\n`;
}

process.on('message', (job: LoadJob) => {
  load(job).then(
    (result) => process.send!(result),
    (error: unknown) => process.send!({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
