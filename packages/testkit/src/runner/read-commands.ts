import type { Annotation } from './annotation.ts';
import type { Command } from './command.ts';
import { parseCommandV1 } from './command-v1.ts';
import { parseCommandV2 } from './command-v2.ts';
import { REGISTERED_COMMANDS } from './registered-commands.ts';

export interface CommandReading {
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
  readonly masks: readonly string[];
  /** Set by `set-output`, which works to this day. An action of ours never uses it: whatever is here was injected. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Lines that the runner shows as they are. */
  readonly log: readonly string[];
  /** Commands that fail the step whatever its exit code. */
  readonly refused: readonly Command[];
}

const MOST_CHARACTERS_OF_A_MESSAGE = 4_096;
const REFUSED = new Set(['set-env', 'add-path']);

/** Standard output as the runner takes it in: line by line, newest notation first, with `stop-commands` in force from line to line. */
export function readCommands(standardOutput: string): CommandReading {
  const reading = {
    commands: [] as Command[],
    annotations: [] as Annotation[],
    masks: [] as string[],
    outputs: {} as Record<string, string>,
    log: [] as string[],
    refused: [] as Command[],
  };
  let stopToken: string | null = null;
  for (const line of standardOutput.split(/\r\n|\r|\n/)) {
    const registered = stopToken === null ? REGISTERED_COMMANDS : new Set([...REGISTERED_COMMANDS, stopToken.toLowerCase()]);
    const command = anyNotation(line, registered);
    const name = command?.name.toLowerCase();
    if (command === null || (stopToken !== null && name !== stopToken.toLowerCase())) {
      reading.log.push(line);
      continue;
    }
    reading.commands.push(command);
    if (stopToken !== null) stopToken = null;
    else if (name === 'stop-commands') stopToken = command.data;
    else if (name === 'error' || name === 'warning' || name === 'notice') reading.annotations.push(annotationOf(name, command));
    else if (name === 'add-mask') reading.masks.push(command.data);
    else if (name === 'set-output') reading.outputs[command.properties['name'] ?? ''] = command.data;
    else if (name !== undefined && REFUSED.has(name)) reading.refused.push(command);
  }
  return reading;
}

/**
 * The runner compares by culture, and a culture may skip characters that have no width: `\u200b::` can start with `::`. So a line is
 * read as it stands and once more without them.
 */
function anyNotation(line: string, registered: ReadonlySet<string>): Command | null {
  const bare = line.replace(/\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Cf}/gu, '');
  for (const text of [line, bare]) {
    const command = parseCommandV2(text, registered) ?? parseCommandV1(text, registered);
    if (command !== null) return command;
  }
  return null;
}

function annotationOf(kind: Annotation['kind'], command: Command): Annotation {
  const line = Number.parseInt(command.properties['line'] ?? '', 10);
  return {
    kind,
    message: command.data.slice(0, MOST_CHARACTERS_OF_A_MESSAGE),
    title: command.properties['title'] ?? null,
    file: command.properties['file'] ?? null,
    line: Number.isNaN(line) ? null : line,
  };
}
