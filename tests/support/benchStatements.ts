import { randomUUID } from 'node:crypto';
import { accountActor, serverAgent } from '../../src/xapi/actors.ts';
import { answeredStatement, completedStatement, type Occasion } from '../../src/xapi/builders.ts';
import { experiencedStatement } from './experiencedStatement.ts';
import { registrationOf } from '../../src/xapi/ids.ts';
import type { NewStatement, Statement } from '../../src/xapi/types.ts';

/** The id base and the API client of every benchmark. */
export const benchIdBase = 'https://bench.example';
export const benchClient = { name: 'bench', secret: 'a-secret-of-the-benchmark' } as const;

/** How many statements one learner sends about one module. */
export const statementsPerLearner = 50;
/** How many learners are at it at the same time: statements that follow each other are about different people. */
export const learnersAtOnce = 200;

/** A module of the published course: its sections, and its questions as `quiz/question`. Passes as JSON to processes. */
export interface BenchModule {
  readonly id: string;
  readonly version: number;
  readonly sections: readonly string[];
  readonly questions: readonly string[];
}

/**
 * What the product's own pages would send, without end: sections gone through and questions answered by learner after
 * learner, `learnersAtOnce` of them in turn until each has sent `statementsPerLearner`; then the next ones begin.
 */
export class BenchStatements {
  readonly #module: BenchModule;
  readonly #run: string;
  readonly #templates: readonly Template[];
  #next = 0;
  #learners: BenchLearner[] = [];

  /** @param run four hex digits that tell the learners of one run from those of another */
  constructor(module: BenchModule, run: string) {
    this.#module = module;
    this.#run = run;
    this.#templates = Array.from({ length: statementsPerLearner }, (_, step) => templateOf(statementAt(step, module)));
  }

  /** The next statement as the JSON that a client sends: without an authority. */
  nextJson(): string {
    const { step, learner } = this.#advance();
    return this.#templates[step]!({ id: randomUUID(), ...learner });
  }

  /**
   * The next statement as the store takes it from the server: answers are graded, and the last of each learner's is the
   * completion of the module.
   */
  next(): NewStatement {
    const { step, learner } = this.#advance();
    if (step === statementsPerLearner - 1) return completedStatement({ ...occasionOf(this.#module), ...learner });
    const json = this.#templates[step]!({ id: randomUUID(), ...learner });
    return { ...(JSON.parse(json) as Omit<NewStatement, 'authority'>), authority: serverAgent(benchIdBase) };
  }

  #advance(): { readonly step: number; readonly learner: BenchLearner } {
    const turn = Math.floor(this.#next / learnersAtOnce);
    const place = this.#next % learnersAtOnce;
    const step = turn % statementsPerLearner;
    this.#next += 1;
    if (step === 0) this.#learners[place] = this.#learner(Math.floor(turn / statementsPerLearner), place);
    return { step, learner: this.#learners[place]! };
  }

  #learner(generation: number, place: number): BenchLearner {
    const account = learnerAccount(this.#run, generation * learnersAtOnce + place);
    return { account, registration: registrationOf(benchIdBase, account, this.#module.id) };
  }
}

interface BenchLearner {
  readonly account: string;
  readonly registration: string;
}

function occasionOf(module: BenchModule): Omit<Occasion, keyof BenchLearner> {
  return { idBase: benchIdBase, course: 'course', module, lang: 'fi', timestamp: new Date().toISOString() };
}

/** The account name of a run's learner, counted from 0. */
export function learnerAccount(run: string, learner: number): string {
  return `${run.padStart(8, '0')}-0000-4000-8000-${learner.toString(16).padStart(12, '0')}`;
}

/** The agent of a learner, as JSON for the parameter `agent`. */
export function learnerAgent(run: string, learner: number): string {
  return JSON.stringify(accountActor(benchIdBase, learnerAccount(run, learner)));
}

/** Every fifth statement of a learner is about a section, the others about questions of four choices. */
function statementAt(step: number, module: BenchModule): Statement {
  const occasion = { ...occasionOf(module), account: '{account}', registration: '{registration}' };
  if (step % 5 === 0) return experiencedStatement('{id}', inTurn(module.sections, step / 5), occasion);
  const choices = ['first', 'second', 'third', 'fourth'].map((id) => ({
    id,
    text: `Työnantaja ja työntekijä sopivat järjestelyistä yhdessä (${id})`,
  }));
  const prompt = 'Asiakas kertoo, ettei jaksa enää kokonaista työpäivää. Mitä ehdotat hänelle ensin?';
  const [quiz = '', id = ''] = inTurn(module.questions, step).split('/');
  const shown = { quiz, id, prompt, lang: 'fi', interaction: { interactionType: 'choice' as const, choices } };
  const answer = { response: ['second'], success: step % 3 > 0, completion: true, duration: `PT${10 + step}S` };
  const { authority: _set, ...statement } = answeredStatement('{id}', shown, answer, occasion);
  return statement;
}

function inTurn(values: readonly string[], step: number): string {
  return values[step % values.length]!;
}

type Blank = 'id' | 'account' | 'registration';
type Template = (values: Readonly<Record<Blank, string>>) => string;

/** A statement's JSON with blanks to fill: a load generator has no time to build each from its parts. */
function templateOf(statement: Statement): Template {
  const parts = JSON.stringify(statement).split(/\{(id|account|registration)\}/);
  return (values) => parts.map((part, index) => (index % 2 === 0 ? part : values[part as Blank])).join('');
}
