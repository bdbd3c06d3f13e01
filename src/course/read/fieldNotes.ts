import { z } from 'astro/zod';
import type { Path } from '../authoredContent.ts';

interface JsonSchema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** What a schema says about its fields: the `.describe` texts, and which fields there are. Of a union, what any part says. */
export class FieldNotes {
  readonly #root: JsonSchema;

  constructor(schema: z.ZodType) {
    this.#root = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  }

  /** The schema's note on a field, or null. */
  noteOn(path: Path): string | null {
    return this.#at(path).find(({ description }) => description !== undefined)?.description ?? null;
  }

  /** The fields that may stand at a place. */
  fieldsAt(path: Path): string[] {
    return [...new Set(this.#at(path).flatMap(({ properties }) => Object.keys(properties ?? {})))];
  }

  #at(path: Path): JsonSchema[] {
    let schemas = partsOf(this.#root);
    for (const step of path) {
      schemas = schemas.flatMap(({ items, properties }) => {
        const next = typeof step === 'number' ? items : properties?.[step];
        return next ? partsOf(next) : [];
      });
    }
    return schemas;
  }
}

function partsOf(schema: JsonSchema): JsonSchema[] {
  return [schema, ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(partsOf)];
}
