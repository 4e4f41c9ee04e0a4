import * as v from 'valibot';
import { lintRecord } from './lint/lint-record.ts';
import { toolName, version } from './words.ts';

/** What a tool calls itself, as far as a record may repeat it: a report or an SBOM is written by whoever wrote it. */
export interface ToolIdentity {
  readonly tool_name: string | null;
  readonly tool_version: string | null;
}

/** Null for what does not look like a name or a version, or like something that must not stay: it must not stop the record. */
export function toolIdentity(tool: { readonly name: string; readonly version: string | null } | undefined): ToolIdentity {
  const fields = { tool_name: tool?.name ?? null, tool_version: tool?.version ?? null };
  const refused = lintRecord(fields).map(({ pointer }) => pointer);
  return {
    tool_name: v.is(toolName, fields.tool_name) && !refused.includes('/tool_name') ? fields.tool_name : null,
    tool_version: v.is(version, fields.tool_version) && !refused.includes('/tool_version') ? fields.tool_version : null,
  };
}
