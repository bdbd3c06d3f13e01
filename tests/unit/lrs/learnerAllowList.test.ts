import { describe, expect, it } from 'vitest';
import { learnerMayStore } from '../../../src/lrs/learnerAllowList.ts';
import { accountActor, serverAgent } from '../../../src/xapi/actors.ts';
import { registrationOf } from '../../../src/xapi/ids.ts';
import { rated } from '../../../src/xapi/rated.ts';
import type { Statement } from '../../../src/xapi/types.ts';
import { validateStatement } from '../../../src/xapi/validation/statement.ts';
import { answered, completed, experienced, passed, voidedId } from '../../../src/xapi/verbs.ts';
import { experiencedBy, idBase, learnerRules, registration, uuid } from './recordStore.ts';

type Change = Readonly<Record<string, unknown>>;

const own = experiencedBy('x1');
const section = `${idBase}/modules/intro/start`;
const module = { id: `${idBase}/modules/intro` };
const attachment = {
  usageType: 'a:b',
  display: {},
  contentType: 'text/plain',
  length: 1,
  sha2: 'a'.repeat(64),
  fileUrl: 'a:b',
};

function statementWith(change: Change): Statement {
  const value: unknown = JSON.parse(JSON.stringify({ ...own, ...change }));
  const outcome = validateStatement(value, '2.0.0');
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.statement;
}

/** Revision is an activity's: other objects come without it. */
const bare = { context: { registration } };
const contextWith = (change: Change) => ({ context: { ...own.context, ...change } });
const stranger = accountActor(idBase, 'x2');

describe('a learner’s session may store', () => {
  it.each<[string, Change]>([
    ['experienced on a section, as our page sends it', {}],
    ['without a display', { verb: { id: experienced.id } }],
    ['with the time it took', { result: { duration: 'PT4M' } }],
    ['with one’s own agent as authority', { authority: accountActor(idBase, 'x1') }],
    ['with no more context than the registration', { context: { registration: registration.toUpperCase() } }],
  ])('%s', (_title, change) => {
    expect(learnerMayStore(statementWith(change), learnerRules('x1'))).toBeNull();
  });
});

describe('a learner’s session may not store', () => {
  it.each<[string, Change]>([
    ['a statement about another person', { actor: stranger }],
    ['a statement about an account elsewhere', { actor: accountActor('https://other.example', 'x1') }],
    ['a statement about an e-mail address', { actor: { mbox: 'mailto:x1@example.org' } }],
    ['a statement about a group', { actor: { objectType: 'Group', account: { homePage: idBase, name: 'x1' } } }],
    ['a statement about a group of oneself', { actor: { objectType: 'Group', member: [own.actor] } }],
    ['a name', { actor: { ...own.actor, name: 'Liisa' } }],
    ['completed on a module', { verb: completed, object: module }],
    ['completed on a section', { verb: completed }],
    ['passed on a module', { verb: passed, object: module }],
    ['answered on a question', { verb: answered, object: { id: `${idBase}/quizzes/q/k` } }],
    ['experienced on a module', { object: module }],
    ['experienced on a question', { object: { id: `${idBase}/quizzes/q/k` } }],
    ['experienced on an unpublished section', { object: { id: `${idBase}/modules/intro/secret` } }],
    ['experienced on an activity elsewhere', { object: { id: 'https://other.example/modules/intro/start' } }],
    ['a verb that means the same', { verb: { id: 'https://w3id.org/xapi/adl/verbs/experienced' } }],
    ['a verb in other letters', { verb: { id: experienced.id.toUpperCase() } }],
    ['a verb shown as another', { verb: { id: experienced.id, display: { fi: 'suoritti' } } }],
    ['a verb shown in another language', { verb: { id: experienced.id, display: { 'en-US': 'completed' } } }],
    ['voiding', { ...bare, verb: { id: voidedId }, object: { objectType: 'StatementRef', id: uuid } }],
    ['a reference', { ...bare, object: { objectType: 'StatementRef', id: uuid } }],
    [
      'a sub-statement',
      { ...bare, object: { objectType: 'SubStatement', actor: own.actor, verb: experienced, object: { id: section } } },
    ],
    ['an agent as object', { ...bare, object: { objectType: 'Agent', mbox: 'mailto:a@a.fi' } }],
    ['a definition of the section', { object: { id: section, definition: { name: { fi: 'Muu' } } } }],
    ['an attachment', { attachments: [attachment] }],
    ['a score', { result: { score: { scaled: 1 } } }],
    ['success', { result: { success: true } }],
    ['completion', { result: { completion: true } }],
    ['free text as response', { result: { response: 'terveystieto' } }],
    ['extensions of the result', { result: { extensions: { 'a:b': 1 } } }],
    ['the server’s authority', { authority: serverAgent(idBase) }],
    ['somebody else’s authority', { authority: stranger }],
    ['no context', { context: undefined }],
    ['no registration', contextWith({ registration: undefined })],
    ['a made-up registration', contextWith({ registration: uuid })],
    ['another person’s registration', contextWith({ registration: registrationOf(idBase, 'x2', 'intro') })],
    ['the registration of another module', contextWith({ registration: registrationOf(idBase, 'x1', 'other') })],
    ['an instructor', contextWith({ instructor: stranger })],
    ['a team', contextWith({ team: { objectType: 'Group', member: [stranger] } })],
    ['context agents', contextWith({ contextAgents: [{ objectType: 'contextAgent', agent: stranger }] })],
    ['a reference in the context', contextWith({ statement: { objectType: 'StatementRef', id: uuid } })],
    ['extensions of the context', contextWith({ extensions: { 'a:b': 1 } })],
    ['text as revision', contextWith({ revision: 'terveystieto' })],
    ['a platform', contextWith({ platform: 'teksti' })],
    [
      'a context activity elsewhere',
      contextWith({ contextActivities: { category: [{ id: 'https://other.example/c' }] } }),
    ],
    [
      'text as context activity',
      contextWith({ contextActivities: { other: [{ id: `${idBase}/text/terveystieto` }] } }),
    ],
    [
      'a definition of a context activity',
      contextWith({ contextActivities: { parent: { ...module, definition: {} } } }),
    ],
  ])('%s', (_title, change) => {
    expect(learnerMayStore(statementWith(change), learnerRules('x1'))).toEqual(expect.any(String));
  });
});

describe('a learner’s feedback', () => {
  const question = `${idBase}/feedback/intro/satisfied`;
  const feedback = { verb: rated, object: { id: question }, result: { response: '4' } };
  const reasonFor = (change: Change) => learnerMayStore(statementWith({ ...feedback, ...change }), learnerRules('x1'));

  it.each(['1', '2', '3', '4', '5'])('is stored as the step %s', (response) => {
    expect(reasonFor({ result: { response } })).toBeNull();
  });

  it.each<[string, Change]>([
    ['without a result', { result: undefined }],
    ['without a response', { result: {} }],
    ['below the scale', { result: { response: '0' } }],
    ['above the scale', { result: { response: '6' } }],
    ['between two steps', { result: { response: '3.5' } }],
    ['as two steps', { result: { response: '4[,]5' } }],
    ['with a space', { result: { response: '4 ' } }],
    ['with a line more', { result: { response: '4\n' } }],
    ['as free text', { result: { response: 'terveystieto' } }],
    ['with a score', { result: { response: '4', score: { raw: 4, min: 1, max: 5 } } }],
    ['with success', { result: { response: '4', success: true } }],
    ['with completion', { result: { response: '4', completion: true } }],
    ['with a duration', { result: { response: '4', duration: 'PT4M' } }],
    ['with an extension', { result: { response: '4', extensions: { 'a:b': 1 } } }],
    ['with a definition', { object: { id: question, definition: { interactionType: 'likert' } } }],
    ['to another question', { object: { id: `${idBase}/feedback/intro/comment` } }],
    ['to a module that is not published', { object: { id: `${idBase}/feedback/secret/satisfied` } }],
    ['to a section', { object: { id: section } }],
    ['to a module itself', { object: module }],
    ['of another module’s registration', contextWith({ registration: registrationOf(idBase, 'x1', 'other') })],
    ['of another person', { actor: stranger }],
    ['in another person’s registration', contextWith({ registration: registrationOf(idBase, 'x2', 'intro') })],
    ['with another verb', { verb: answered }],
    ['with the verb shown as another', { verb: { id: rated.id, display: { fi: 'suoritti' } } }],
    ['with an attachment', { attachments: [attachment] }],
  ])('is not stored %s', (_title, change) => {
    expect(reasonFor(change)).toEqual(expect.any(String));
  });

  it('is no way to mark a section', () => {
    expect(reasonFor({ verb: experienced })).toEqual(expect.any(String));
  });
});
