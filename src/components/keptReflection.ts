import { reflectionKey } from './reflectionKey.ts';

/** The part of a browser's storage that reflections need. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Where a reflection is kept.
 *
 * @param account whose it is; empty for nobody signed in
 * @param modules the module's id, and behind it those it had before, the newest first
 */
export function reflectionKeys(account: string, modules: readonly string[], reflection: string): readonly string[] {
  return modules.map((module) => `${reflectionKey}${account}:${module}/${reflection}`);
}

/** What was written, under today's key or, where the module has got another id since, under the one of its day. */
export function keptReflection(storage: TextStorage, keys: readonly string[]): string {
  return keys.map((key) => storage.getItem(key)).find((text) => text !== null) ?? '';
}

/**
 * Keeps what is written now under today's key alone: what was emptied must not come back from under a former one.
 *
 * @throws the storage's error where it takes nothing; what was kept is kept on
 */
export function keepReflection(storage: TextStorage, keys: readonly string[], text: string): void {
  const [key = '', ...former] = keys;
  if (text.trim() === '') storage.removeItem(key);
  else storage.setItem(key, text);
  for (const before of former) storage.removeItem(before);
}
