import { factsDocument, inputDocument } from '@proofrail/core/context';
import { toJsonSchema, type ConversionConfig } from '@valibot/to-json-schema';

const config: ConversionConfig = {
  target: 'draft-2020-12',
  // The one custom schema of these documents is a digest, which JSON Schema can say by its form.
  overrideSchema: ({ valibotSchema }) =>
    valibotSchema.type === 'custom' ? { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' } : undefined,
  overrideAction: ({ valibotAction, jsonSchema }) => {
    if (valibotAction.type === 'safe_integer') return { ...jsonSchema, type: 'integer', maximum: Number.MAX_SAFE_INTEGER };
    return valibotAction.type === 'check' ? jsonSchema : undefined; // times that exist: no word for it
  },
};

const published = (title: string, schema: object) => ({ $id: `https://proofrail.dev/schemas/${title}.json`, title, ...schema });

/** The published forms of both documents, made from the validators themselves so that they cannot drift apart. */
export function documentSchemas(): Record<'facts.v1' | 'input.v1', object> {
  return {
    'facts.v1': published('facts.v1', toJsonSchema(factsDocument, config)),
    'input.v1': published('input.v1', toJsonSchema(inputDocument, config)),
  };
}
