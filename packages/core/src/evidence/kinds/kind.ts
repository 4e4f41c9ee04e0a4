import * as v from 'valibot';
import { commonBlock } from '../common-block.ts';

/** What the first records of version 1 do not have: they stay readable for as long as they are kept. */
const sinceLater = { checkpoint: v.optional(commonBlock.checkpoint, null) };

/**
 * One kind of evidence. To add another: copy the file of a kind, change its name and its fields, and go on as CONTRIBUTING.md says.
 * A field that is not listed is refused at writing: the list is what may enter a ledger that forgets nothing. `before`: what records from
 * before a field are read as.
 */
export function defineKind<const Name extends string, Fields extends v.ObjectEntries>(
  name: Name,
  fields: Fields,
  before: Partial<Outputs<Fields>> = {},
) {
  const kind = v.literal(name);
  const written = () => v.strictObject({ evidence: v.strictObject({ ...commonBlock, kind }), ...fields });
  const read = () => v.object({ evidence: v.object({ ...commonBlock, ...sinceLater, kind }), ...withDefaults(fields, before) });
  // Made when they are asked for: a run has records of a few kinds, and each schema names all that a record may say.
  const made: { written?: ReturnType<typeof written>; read?: ReturnType<typeof read> } = {};
  return {
    name,
    predicateType: `https://proofrail.dev/evidence/${name}/v1`,
    fields,
    /** For writing: exactly these fields. */
    get written() {
      return (made.written ??= written());
    },
    /** For reading: what a later writer added is left out, what this version knows has to be right (in-toto parsing rules). */
    get read() {
      return (made.read ??= read());
    },
  } as const;
}

type Outputs<Fields extends v.ObjectEntries> = { readonly [K in keyof Fields]: v.InferOutput<Fields[K]> };

/** What comes out of each is the same as before, so that it stays of its type. */
function withDefaults<Fields extends v.ObjectEntries>(fields: Fields, before: Partial<Outputs<Fields>>): Fields {
  const later = Object.entries(before).map(([name, value]) => [name, v.optional(fields[name] ?? v.never(), value)]);
  return { ...fields, ...(Object.fromEntries(later) as Partial<Fields>) };
}
