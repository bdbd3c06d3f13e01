import { z } from 'astro/zod';
import type { Path } from '../authoredContent.ts';

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  /** Of a union: its variants, told apart by a field with one value. */
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
}

/** What a schema says about its fields: the `.describe` texts, and which fields there are. */
export class FieldNotes {
  readonly #root: JsonSchema;
  readonly #value: unknown;

  /** @param value what the author wrote: it tells which variant of a union is meant. */
  constructor(schema: z.ZodType, value: unknown) {
    this.#value = value;
    this.#root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  }

  /** The schema's note on a field, or null. */
  noteOn(path: Path): string | null {
    return this.#at(path)?.description ?? null;
  }

  /** The fields that may stand at a place. */
  fieldsAt(path: Path): string[] {
    return Object.keys(this.#at(path)?.properties ?? {});
  }

  #at(path: Path): JsonSchema | undefined {
    let value = this.#value;
    let schema = meant(this.#root, value);
    for (const step of path) {
      value = (value as Record<string | number, unknown> | null | undefined)?.[step];
      schema = meant(typeof step === 'number' ? schema?.items : schema?.properties?.[step], value);
    }
    return schema;
  }
}

/** The variant of a union that a value is of; any other schema as it is. */
function meant(schema: JsonSchema | undefined, value: unknown): JsonSchema | undefined {
  if (!schema?.oneOf) return schema;
  return schema.oneOf.find(({ properties = {} }) => {
    const tags = Object.entries(properties).filter(([, field]) => field.const !== undefined);
    return tags.length > 0 && tags.every(([name, field]) => (value as Record<string, unknown>)?.[name] === field.const);
  });
}
