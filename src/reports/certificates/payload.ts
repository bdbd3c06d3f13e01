/** What a certificate says under its signature, of a module or of a whole course. Nothing else of a person is in it. */
export type CertificatePayload = ModulePayload | CoursePayload;

export interface ModulePayload extends CommonPayload {
  readonly module: string;
  /** The module's content version that was completed. */
  readonly version: number;
}

export interface CoursePayload extends CommonPayload {
  readonly course: string;
  /** The content version that was completed of each module the course had then. */
  readonly modules: Readonly<Record<string, number>>;
}

interface CommonPayload {
  /** The id of the `completed` statement; of a course, the one that completed it. */
  readonly statement: string;
  /** The Helsinki day of that completion: `2026-11-21`. */
  readonly date: string;
  readonly salt: string;
  /** See `nameHash`. */
  readonly name: string;
}

/** Whether a payload is of a whole course. */
export function isOfCourse(payload: CertificatePayload): payload is CoursePayload {
  return 'course' in payload;
}

/** Parses signed octets: exactly the members of a certificate, each of its form; null for anything else. */
export function parsePayload(octets: Uint8Array): CertificatePayload | null {
  const value = parseObject(octets);
  if (value === null) return null;
  const isCommon =
    has(value, 'statement', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) &&
    has(value, 'date', /^\d{4}-\d{2}-\d{2}$/) &&
    has(value, 'salt', /^[\w-]{22}$/) &&
    has(value, 'name', /^[\w-]{43}$/);
  const isKnown = isCommon && (isModulePart(value) || isCoursePart(value));
  return isKnown && Object.keys(value).length === 6 ? (value as unknown as CertificatePayload) : null;
}

const id = /^[a-z0-9-]{1,60}$/;

function isModulePart(value: Readonly<Record<string, unknown>>): boolean {
  return has(value, 'module', id) && isVersion(value['version']);
}

function isCoursePart(value: Readonly<Record<string, unknown>>): boolean {
  const { modules } = value;
  if (!has(value, 'course', id) || !isObject(modules)) return false;
  const entries = Object.entries(modules);
  return entries.length > 0 && entries.every(([module, version]) => id.test(module) && isVersion(version));
}

function isVersion(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function has(value: Readonly<Record<string, unknown>>, member: string, form: RegExp): boolean {
  const text = value[member];
  return typeof text === 'string' && form.test(text);
}

function parseObject(octets: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(octets));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
