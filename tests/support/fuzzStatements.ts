import type { XapiVersion } from '../../src/xapi/types.ts';
import { bytesOf, damagedBytes, damagedValue, hostileTexts, jsonText } from './fuzzDamage.ts';
import type { Dice } from './fuzzDice.ts';
import { boundary, jsonPart, multipartOf, octetsPart, sha2Of } from './xapiCalls.ts';

type Json = Record<string, unknown>;

/** A body and what it says it is. */
export interface FuzzBody {
  readonly contentType: string;
  /** One character for each byte. */
  readonly bytes: string;
}

/** What the target puts in before it sends: the learner that is signed in, and a registration of that learner's. */
export const learnerName = '{{learner}}';
export const learnerRegistration = '{{registration}}';

const url = (name: string) => `https://example.org/${name}`;

/** An agent or a group of any kind, out of a few, so that they meet. */
function someActor(dice: Dice, mayBeGroup = true): Json {
  const number = dice.below(4);
  const identified = dice.pick<Json>([
    { mbox: `mailto:agent${number}@Example.org` },
    { mbox_sha1sum: sha2Of(String(number), 'sha1') },
    { openid: url(`openid/${number}`) },
    { account: { homePage: url(''), name: dice.chance(0.3) ? dice.pick(hostileTexts) || 'x' : `agent ${number}` } },
  ]);
  if (!mayBeGroup || dice.chance(0.7)) return { ...(dice.chance(0.5) && { objectType: 'Agent' }), ...identified };
  const member = Array.from({ length: 1 + dice.below(3) }, () => someActor(dice, false));
  return { objectType: 'Group', member, ...(dice.chance(0.5) && identified) };
}

function someActivity(dice: Dice): Json {
  const id = url(`activities/${dice.below(6)}`);
  if (dice.chance(0.5)) return { id };
  const words = { en: dice.pick(hostileTexts), 'fi-FI': 'Tehtävä' };
  return { objectType: 'Activity', id, definition: { name: words, extensions: someExtensions(dice) } };
}

function someExtensions(dice: Dice): Json {
  return { [url(`extensions/${dice.below(3)}`)]: dice.chance(0.5) ? damagedValue({ a: [1, 2] }, dice) : 'plain' };
}

function someContext(dice: Dice, version: XapiVersion): Json {
  return {
    ...(dice.chance(0.5) && { registration: dice.uuid() }),
    ...(dice.chance(0.3) && { instructor: someActor(dice) }),
    ...(dice.chance(0.3) && { contextActivities: { parent: someActivity(dice), other: [someActivity(dice)] } }),
    ...(dice.chance(0.3) && { extensions: someExtensions(dice) }),
    ...(version === '2.0.0' &&
      dice.chance(0.3) && { contextAgents: [{ objectType: 'contextAgent', agent: someActor(dice, false) }] }),
  };
}

function someObject(dice: Dice, version: XapiVersion, sent: readonly string[]): Json {
  return dice.pick<() => Json>([
    () => someActivity(dice),
    () => someActivity(dice),
    () => ({ objectType: 'Agent', ...someActor(dice, false) }),
    () => ({ objectType: 'StatementRef', id: dice.chance(0.7) && sent.length > 0 ? dice.pick(sent) : dice.uuid() }),
    () => ({ ...statementMembers(dice, version, someActivity(dice)), objectType: 'SubStatement' }),
  ])();
}

function statementMembers(dice: Dice, version: XapiVersion, object: Json): Json {
  const isVoiding = object['objectType'] === 'StatementRef' && dice.chance(0.5);
  const verb = isVoiding ? 'http://adlnet.gov/expapi/verbs/voided' : url(`verbs/${dice.below(4)}`);
  return {
    actor: someActor(dice),
    verb: { id: verb, ...(dice.chance(0.5) && { display: { en: dice.pick(hostileTexts) } }) },
    object,
    ...(dice.chance(0.3) && {
      result: { response: dice.pick(hostileTexts), duration: 'PT1.239S', score: { scaled: 0.5 } },
    }),
    ...(dice.chance(0.4) && { context: someContext(dice, version) }),
    ...(dice.chance(0.3) && { timestamp: '2026-11-21T10:00:00.123456+02:00' }),
  };
}

/** A valid statement; `sent` are ids that others had, to refer to and to repeat. */
function someStatement(dice: Dice, version: XapiVersion, sent: readonly string[]): Json {
  const id = dice.chance(0.1) && sent.length > 0 ? dice.pick(sent) : dice.uuid();
  const members = statementMembers(dice, version, someObject(dice, version, sent));
  return { ...(dice.chance(0.9) && { id }), ...members };
}

/** What a learner's page may send, and what looks like it. */
export function learnerStatement(dice: Dice): Json {
  const own = { objectType: 'Agent', account: { homePage: 'http://oppihetki.test', name: learnerName } };
  const section = 'http://oppihetki.test/modules/module/begin';
  const verb = { id: 'http://adlnet.gov/expapi/verbs/experienced' };
  return { id: dice.uuid(), actor: own, verb, object: { id: section }, context: { registration: learnerRegistration } };
}

/**
 * A body for POST or PUT of statements: sound, or damaged as a value, as bytes or in its type, or of a size beyond reason.
 *
 * @param ids takes the ids of what it holds, at most 50 of them
 */
export function statementsBody(dice: Dice, version: XapiVersion, ids: string[], isLearner: boolean): FuzzBody {
  const one = () => (isLearner ? learnerStatement(dice) : someStatement(dice, version, ids));
  const statements = Array.from({ length: dice.pick([1, 1, 2, 3, 10]) }, one);
  const damaged = statements.map((each) => (dice.chance(0.12) ? (damagedValue(each, dice) as Json) : each));
  for (const each of statements) if (typeof each['id'] === 'string') ids.push(each['id']);
  ids.splice(0, ids.length - 50);
  const value = damaged.length === 1 && dice.chance(0.7) ? damaged[0] : damaged;
  const body = dice.chance(0.25)
    ? multipartBody(dice, damaged)
    : { contentType: 'application/json', bytes: dice.chance(0.01) ? huge(dice) : bytesOf(jsonText(value)) };
  const bytes = dice.chance(0.1) ? damagedBytes(body.bytes, dice) : body.bytes;
  return { bytes, contentType: dice.chance(0.04) ? dice.pick(types) : body.contentType };
}

const types = [
  '',
  'text/plain',
  ';',
  'multipart/mixed',
  'multipart/mixed; boundary="\xe4"',
  'application/json; charset=x',
];

function multipartBody(dice: Dice, statements: readonly Json[]): FuzzBody {
  const octets = Buffer.from(`${dice.pick(hostileTexts)}\r\n--${dice.pick([boundary.slice(0, -1), 'other'])}\r\n`);
  const attachment = {
    usageType: url('usage'),
    display: { en: 'octets' },
    contentType: dice.pick(['text/plain', 'text/plain; charset=utf-8', 'text/html', 'text/plain\r\nX-Injected: yes']),
    length: dice.chance(0.1) ? dice.below(9) : octets.length,
    sha2: dice.chance(0.1) ? dice.pick(hostileTexts) : sha2Of(octets).toUpperCase(),
    ...(dice.chance(0.2) && { fileUrl: url('file') }),
  };
  const [first, ...rest] = statements;
  const part = octetsPart(octets, {
    'Content-Type': '',
    ...(dice.chance(0.1) && { 'X-Experience-API-Hash': sha2Of('other') }),
    ...(dice.chance(0.1) && { 'Content-Transfer-Encoding': dice.pick(['base64', '', 'BINARY']) }),
  });
  const whole = multipartOf([
    jsonPart([{ ...first, attachments: [attachment] }, ...rest]),
    ...Array.from({ length: dice.pick([1, 1, 1, 1, 0, 2]) }, () => part),
  ]);
  return { contentType: `multipart/mixed; boundary="${boundary}"`, bytes: whole.toString('latin1') };
}

function huge(dice: Dice): string {
  return dice.pick(['['.repeat(200_000), `[${'0,'.repeat(200_000)}0]`, `"${'x'.repeat(10_000_001)}"`]);
}
