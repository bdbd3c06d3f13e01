import { LrsError } from '../../lrs/errors.ts';
import { supportedVersion } from '../../lrs/versionHeader.ts';
import { readBytes } from './readBody.ts';

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'];
/** Form parameters that stand for headers. The length is counted anew. */
const headerNames = [
  'authorization',
  'x-experience-api-version',
  'content-type',
  'content-length',
  'if-match',
  'if-none-match',
];
/** Types that clients which cannot set headers send a form under. */
const formTypes = ['', 'text/plain', 'application/x-www-form-urlencoded'];

/** Whether a request uses the alternate request syntax: a POST with the parameter `method`. */
export function isAlternateRequest(request: Request): boolean {
  return (
    request.method === 'POST' && /[?&]method=/.test(request.url) && new URL(request.url).searchParams.has('method')
  );
}

/**
 * The request that a form stands for (xAPI 1.0.3, Communication 1.3): `method` in the query is its method, form parameters
 * are its headers, its `content` and its query. No resource has to know of it. Content without a type is JSON, as xAPI
 * normally sends (Communication 1.5).
 *
 * @param base the path that the resources are under: the request made is for a path below it
 * @param limit how many bytes the form may hold
 * @throws LrsError `invalid_alternate_request`; Problem `body_too_large`
 */
export async function translateAlternateRequest(request: Request, base: string, limit: number): Promise<Request> {
  const url = new URL(request.url);
  const method = readMethod(url.searchParams);
  refuseVersion2(request.headers);
  const form = await readForm(request, limit);
  const headers = headersOf(request.headers, form);
  refuseVersion2(headers);
  const query = form.filter(([name]) => name !== 'content' && !isHeader(name));
  url.pathname = url.pathname.slice(base.length);
  url.search = new URLSearchParams(query).toString();
  const body = contentOf(method, form);
  if (body !== null && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return new Request(url, { method, headers, body });
}

type Form = readonly [name: string, value: string][];

function readMethod(parameters: URLSearchParams): string {
  const [method = '', ...others] = parameters.getAll('method');
  if (others.length > 0 || parameters.size > 1) {
    throw invalid('Send every parameter but "method" in the form, and "method" once.');
  }
  if (!methods.includes(method)) throw invalid(`The parameter method must be one of ${methods.join(', ')}.`);
  return method;
}

/** The syntax went with xAPI 2.0.0. */
function refuseVersion2(headers: Headers): void {
  if (supportedVersion(headers.get('x-experience-api-version')) !== '2.0.0') return;
  throw invalid('xAPI 2.0.0 has no alternate request syntax: send the request itself.');
}

async function readForm(request: Request, limit: number): Promise<Form> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (!formTypes.includes(type)) throw invalid('Send the form as application/x-www-form-urlencoded.');
  const text = Buffer.from(await readBytes(request, limit)).toString('latin1');
  const form = text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [decoded(name), decoded(value.join('='))] satisfies [string, string];
    });
  refuseRepeats(form.map(([name]) => (isHeader(name) ? name.toLowerCase() : name)));
  return form;
}

/** URL encoded UTF-8, nothing else: what was not encoded may have lost something on its way. */
function decoded(text: string): string {
  if (/[^\x21-\x7e]|["<>\\^`{|}]/.test(text)) throw invalid('The form must be URL encoded.');
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw invalid('The form must be URL encoded UTF-8.');
  }
}

function refuseRepeats(names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw invalid(`The form may have "${repeated.slice(0, 80)}" only once.`);
}

function headersOf(given: Headers, form: Form): Headers {
  const headers = new Headers(given);
  for (const name of ['content-type', 'content-length', 'transfer-encoding']) headers.delete(name);
  for (const [name, value] of form) {
    if (!isHeader(name) || name.toLowerCase() === 'content-length') continue;
    if (/[^\t\x20-\x7e]/.test(value)) throw invalid(`The form parameter ${name} holds what no header may.`);
    headers.set(name, value);
  }
  return headers;
}

function contentOf(method: string, form: Form): string | null {
  if (method !== 'PUT' && method !== 'POST') return null;
  const content = form.find(([name]) => name === 'content')?.[1];
  if (content === undefined) throw invalid('The form needs the parameter "content" with what is to be sent.');
  return content;
}

function isHeader(name: string): boolean {
  return headerNames.includes(name.toLowerCase());
}

function invalid(message: string): LrsError {
  return new LrsError('invalid_alternate_request', message);
}
