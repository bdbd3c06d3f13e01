import type { XapiVersion } from '../types.ts';

/** Why a statement is not valid: where, and in words that say how to put it right. */
export interface Problem {
  readonly code: ProblemCode;
  /** The place, such as `object.definition.choices[2].id`; empty for the statement itself. */
  readonly path: string;
  /** One English sentence. */
  readonly message: string;
}

export type ProblemCode =
  | 'missing_property'
  | 'unknown_property'
  | 'null_value'
  | 'wrong_type'
  | 'wrong_format'
  | 'wrong_value'
  | 'wrong_combination';

/** A rule looks at one value and answers the first problem, or null when there is none. */
export type Rule = (value: unknown, path: string, version: XapiVersion) => Problem | null;

export type JsonObject = Readonly<Record<string, unknown>>;

/** A rule of the values of one JSON type: everything else, null first of all, is a problem (Data 2.2). */
function ofType(type: string, is: (value: unknown) => boolean): Rule {
  return (value, path) => {
    if (is(value)) return null;
    if (value === null)
      return { code: 'null_value', path, message: `Leave ${place(path)} out instead of sending null.` };
    return { code: 'wrong_type', path, message: `${sentence(place(path))} must be ${type}.` };
  };
}

export const text = ofType('a string', (value) => typeof value === 'string');
export const flag = ofType('true or false, not a string', (value) => typeof value === 'boolean');
export const number = ofType('a number, not a string', (value) => typeof value === 'number' && Number.isFinite(value));
const anyObject = ofType('an object', isObject);
const anyList = ofType('an array', Array.isArray);

/** Every one of the rules, in their order: the first problem counts. */
export function all(...rules: readonly Rule[]): Rule {
  return (value, path, version) => {
    for (const rule of rules) {
      const problem = rule(value, path, version);
      if (problem !== null) return problem;
    }
    return null;
  };
}

/** A string that follows a format. `what` ends the sentence "… must be". */
export function format(what: string, follows: (value: string, version: XapiVersion) => boolean): Rule {
  return all(text, (value, path, version) =>
    follows(value as string, version)
      ? null
      : { code: 'wrong_format', path, message: `${sentence(place(path))} must be ${what}.` },
  );
}

/** One of these strings, letter case included. */
export function oneOf(...values: readonly string[]): Rule {
  return all(text, (value, path) =>
    values.includes(value as string)
      ? null
      : {
          code: 'wrong_value',
          path,
          message: `${sentence(place(path))} must be ${values.map((one) => `"${one}"`).join(' or ')}.`,
        },
  );
}

/** An object with these members and no others; those named in `required` must be there. */
export function object(members: Readonly<Record<string, Rule>>, required: readonly string[] = []): Rule {
  const rules = new Map(Object.entries(members));
  return all(anyObject, (value, path, version) => {
    const missing = required.find((name) => !Object.hasOwn(value as object, name));
    if (missing !== undefined) {
      return {
        code: 'missing_property',
        path: member(path, missing),
        message: `${sentence(place(path))} needs "${missing}".`,
      };
    }
    for (const name of Object.keys(value as object)) {
      const at = member(path, name);
      const rule = rules.get(name);
      if (rule === undefined) {
        const message = `${sentence(place(path))} may not have "${short(name)}"; it may have ${Object.keys(members).join(', ')}.`;
        return { code: 'unknown_property', path: at, message };
      }
      const problem = rule((value as JsonObject)[name], at, version);
      if (problem !== null) return problem;
    }
    return null;
  });
}

/** An object whose members have any names that follow `key`. */
export function map(key: Rule, item: Rule): Rule {
  return all(anyObject, (value, path, version) => {
    for (const [name, content] of Object.entries(value as object)) {
      const problemAt = (at: string) => key(name, at, version) ?? item(content, at, version);
      // The place is written out only for a problem: that takes longer than the rules of a language map.
      if (problemAt('') !== null) return problemAt(`${path}[${JSON.stringify(short(name))}]`);
    }
    return null;
  });
}

export function list(item: Rule): Rule {
  return all(anyList, (value, path, version) => {
    for (const [index, content] of (value as unknown[]).entries()) {
      const problem = item(content, `${path}[${index}]`, version);
      if (problem !== null) return problem;
    }
    return null;
  });
}

/** The rule that belongs to the object's `objectType`; `assumed` where it has none. */
export function byObjectType(rules: Readonly<Record<string, Rule>>, assumed: string): Rule {
  const known = oneOf(...Object.keys(rules));
  return all(anyObject, (value, path, version) => {
    const { objectType = assumed } = value as { objectType?: unknown };
    return known(objectType, member(path, 'objectType'), version) ?? rules[objectType as string]!(value, path, version);
  });
}

/** A condition across an object's members. `holds` sees an object whose members are valid. */
export function where(holds: (value: JsonObject) => boolean, message: string): Rule {
  return (value, path) => (holds(value as JsonObject) ? null : { code: 'wrong_combination', path, message });
}

/** A property that only xAPI 2.0.0 has. */
export function since2(rule: Rule): Rule {
  return (value, path, version) =>
    version === '2.0.0'
      ? rule(value, path, version)
      : {
          code: 'unknown_property',
          path,
          message: `${sentence(place(path))} belongs to xAPI 2.0.0: send the request as that version.`,
        };
}

/** Whatever JSON holds. */
export const anything: Rule = () => null;

function isObject(value: unknown): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function member(path: string, name: string): string {
  return path === '' ? short(name) : `${path}.${short(name)}`;
}

function place(path: string): string {
  return path === '' ? 'the statement' : path;
}

function sentence(words: string): string {
  return words.startsWith('the ') ? `T${words.slice(1)}` : words;
}

/** What a sender named is told back, but not at any length. */
function short(name: string): string {
  return name.length <= 80 ? name : `${name.slice(0, 80)}…`;
}
