/** Values for the `{name}` places of a message. */
export type Params = Readonly<Record<string, string | number>>;

/** Puts values in the `{name}` places of a message. A place without a value stays as it is. */
export function fill(message: string, params: Params): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(params[name] ?? place));
}
