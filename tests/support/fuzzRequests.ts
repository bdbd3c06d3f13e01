import { versions, type XapiVersion } from '../../src/xapi/types.ts';
import { bytesOf, damagedBytes, damagedValue, headerText, hostileTexts, jsonText } from './fuzzDamage.ts';
import type { Dice } from './fuzzDice.ts';
import { type FuzzBody, learnerName, learnerRegistration, statementsBody } from './fuzzStatements.ts';
import { activityId, agent, type ClientScope, clients, registration } from './xapiApp.ts';

/** Who sends: a client with a scope, the session of a learner, nobody, or somebody with credentials that are none. */
export type Caller = ClientScope | 'learner' | 'nobody' | 'stranger';

/** A request to `/xapi` as it is sent; it can be written down as JSON and sent again. */
export interface FuzzRequest {
  readonly as: Caller;
  readonly method: string;
  /** What follows `/xapi/`, the query included. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One character for each byte; null for a request without a body. */
  readonly body: string | null;
  /** The body is sent again and again until nobody takes it any more. */
  readonly isEndless: boolean;
}

const methods = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'];
const callers: readonly Caller[] = ['learner', 'nobody', 'stranger', ...(Object.keys(clients) as ClientScope[])];
const tags = ['*', '*', '"', 'W/', '"a"', '"da39a3ee5e6b4b0d3255bfef95601890afd80709"', ',', 'x'.repeat(5_000)];
const oddVersions = ['1.0', '1.0.0', '2.0', '2.0.1', '', '3', '0.95', '2.0.0, 1.0.3', '1.0.99999'];
const names = ['activityId', 'agent', 'registration', 'stateId', 'profileId', 'since', 'limit', 'method', '__proto__'];
const since = '2026-01-01T00:00:00Z';

type Parameters = Record<string, string>;

/** Requests one after the other, the same for the same dice. */
export function fuzzRequests(dice: Dice): () => FuzzRequest {
  const ids: string[] = [];
  return () => {
    const as = dice.chance(0.7) ? 'all' : dice.pick(callers);
    const version = dice.pick(versions);
    const kind = dice.pick([
      statementWrite,
      statementWrite,
      statementRead,
      documentRequest,
      documentRequest,
      plainRead,
    ]);
    return disturbed(kind(dice, as, version, ids), dice);
  };
}

interface Sound {
  readonly as: Caller;
  readonly version: XapiVersion;
  readonly method: string;
  readonly path: string;
  readonly parameters: Parameters;
  readonly body: FuzzBody | null;
}

function statementWrite(dice: Dice, as: Caller, version: XapiVersion, ids: string[]): Sound {
  const body = statementsBody(dice, version, ids, as === 'learner' && dice.chance(0.8));
  const isPut = dice.chance(0.25);
  const parameters: Parameters = isPut ? { statementId: dice.chance(0.9) ? ids.at(-1)! : dice.pick(hostileTexts) } : {};
  return { as, version, method: isPut ? 'PUT' : 'POST', path: 'statements', parameters, body };
}

function statementRead(dice: Dice, as: Caller, version: XapiVersion, ids: readonly string[]): Sound {
  const id = dice.chance(0.8) && ids.length > 0 ? dice.pick(ids) : dice.uuid();
  const filters: readonly (readonly [string, string])[] = [
    ['agent', JSON.stringify(agent)],
    ['verb', 'https://example.org/verbs/1'],
    ['activity', 'https://example.org/activities/1'],
    ['registration', registration],
    ['related_activities', 'true'],
    ['related_agents', 'true'],
    ['since', since],
    ['until', '2027-01-01T00:00:00+02:00'],
    ['limit', String(dice.below(20))],
    ['ascending', 'true'],
    ['format', dice.pick(['ids', 'exact', 'canonical'])],
    ['attachments', 'true'],
    ['cursor', dice.pick(hostileTexts)],
  ];
  const chosen = Object.fromEntries(filters.filter(() => dice.chance(0.12)));
  const parameters = dice.pick<Parameters>([{ statementId: id }, { voidedStatementId: id }, chosen, chosen, chosen]);
  return { as, version, method: 'GET', path: 'statements', parameters, body: null };
}

function documentRequest(dice: Dice, as: Caller, version: XapiVersion): Sound {
  const isLearner = as === 'learner';
  const whom = isLearner ? { account: { homePage: 'http://oppihetki.test', name: learnerName } } : agent;
  const about = isLearner ? 'http://oppihetki.test/modules/module' : activityId;
  const state = { activityId: about, agent: JSON.stringify(whom) };
  const context = { registration: isLearner ? learnerRegistration : registration };
  const id = dice.pick(['one', 'two', 'ä/ö ?&', '__proto__']);
  const [path, parameters] = dice.pick<readonly [string, Parameters]>([
    ['activities/state', { ...state, stateId: id }],
    ['activities/state', { ...state, ...context, stateId: id }],
    ['activities/state', { ...state, ...context }],
    ['activities/state', { ...state, since }],
    ['activities/profile', { activityId: about, profileId: id }],
    ['activities/profile', { activityId: about, since }],
    ['agents/profile', { agent: state.agent, profileId: id }],
    ['agents/profile', { agent: state.agent }],
  ]);
  const method = dice.pick(['GET', 'PUT', 'PUT', 'POST', 'POST', 'POST', 'DELETE']);
  return { as, version, method, path, parameters, body: documentBody(dice) };
}

function documentBody(dice: Dice): FuzzBody {
  const json = jsonText(dice.chance(0.6) ? damagedValue({ a: 1, b: { c: [1] } }, dice) : { [`m${dice.below(5)}`]: 1 });
  const text = dice.chance(0.2) ? dice.pick(hostileTexts) : json;
  const bytes = dice.chance(0.1) ? damagedBytes(bytesOf(text), dice) : bytesOf(text);
  const type = dice.pick(['text/plain', 'x/y; a="', ';', 'image/png', 'application/json; charset=utf-8']);
  return {
    contentType: dice.chance(0.8) ? 'application/json' : type,
    bytes: dice.chance(0.01) ? 'x'.repeat(1_000_001) : bytes,
  };
}

function plainRead(dice: Dice, as: Caller, version: XapiVersion): Sound {
  const [path, parameters] = dice.pick<readonly [string, Parameters]>([
    ['agents', { agent: JSON.stringify(agent) }],
    ['activities', { activityId: `https://example.org/activities/${dice.below(6)}` }],
    ['about', {}],
    ['nothing', {}],
    [encodeURIComponent(dice.pick(hostileTexts).toWellFormed()), {}],
  ]);
  return { as, version, method: dice.pick(methods), path, parameters, body: null };
}

/** The request as it is sent: now and then with another method, other parameters, odd headers, or in the alternate syntax. */
function disturbed(sound: Sound, dice: Dice): FuzzRequest {
  const { as, path, body } = sound;
  const method = dice.chance(0.04) ? dice.pick(methods) : sound.method;
  const query = new URLSearchParams(sound.parameters);
  if (dice.chance(0.06)) query.set(dice.pick(names), dice.pick(hostileTexts));
  if (dice.chance(0.03)) query.delete(dice.pick(names));
  if (dice.chance(0.03)) query.append(dice.pick(names), dice.pick(hostileTexts));
  const version = dice.chance(0.04) ? dice.pick(oddVersions) : sound.version;
  const headers = {
    'x-experience-api-version': version,
    ...(dice.chance(0.1) && { 'if-match': headerText(dice.pick(tags)) }),
    ...(dice.chance(0.1) && { 'if-none-match': headerText(dice.pick(tags)) }),
    ...(dice.chance(0.1) && { 'accept-language': headerText(dice.pick([...hostileTexts, 'fi;q=0.5, *'])) }),
    ...(dice.chance(0.05) && { accept: headerText(dice.pick(['text/plain', 'image/png', '*/*;q=x'])) }),
    ...(dice.chance(0.02) && { origin: 'https://elsewhere.example.org' }),
    ...(body !== null && { 'content-type': body.contentType }),
  };
  const isEndless = dice.chance(0.004);
  if (dice.chance(0.1))
    return alternate({ as, method, target: path, headers, body: null, isEndless }, query, body, dice);
  const hasBody = method !== 'GET' && method !== 'HEAD' && (body !== null || isEndless);
  const target = query.size === 0 ? path : `${path}?${query}`;
  return { as, method, target, headers, body: hasBody ? (body?.bytes ?? '[') : null, isEndless: isEndless && hasBody };
}

/** The same as a form (xAPI 1.0.3, Communication 1.3). */
function alternate(request: FuzzRequest, query: URLSearchParams, body: FuzzBody | null, dice: Dice): FuzzRequest {
  const form = [...query].map(
    ([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`,
  );
  if (body !== null) form.push(`Content-Type=${encodeURIComponent(body.contentType)}`);
  if (body !== null) form.push(`content=${encodeURIComponent(Buffer.from(body.bytes, 'latin1').toString())}`);
  const text = form.join('&');
  return {
    ...request,
    method: 'POST',
    target: `${request.target}?method=${request.method}${dice.chance(0.05) ? '&method=GET' : ''}`,
    headers: {
      ...request.headers,
      'content-type': dice.chance(0.9) ? 'application/x-www-form-urlencoded' : 'text/html',
    },
    body: dice.chance(0.1) ? damagedBytes(text, dice) : text,
  };
}
