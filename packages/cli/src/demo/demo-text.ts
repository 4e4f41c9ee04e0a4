import type { Page } from '../answer.ts';
import { wrap } from '../terminal/table.ts';
import type { DemoFolder } from './demo-folder.ts';
import type { Line, Scene } from './scene.ts';

interface Story {
  readonly scenes: readonly Scene[];
  readonly folder: DemoFolder;
  readonly milliseconds: number;
}

const DEFAULT_COLUMNS = 120;
const MARKS = { good: '✓', bad: '✗', note: '→', detail: ' ' } as const;

export function demoText({ scenes, folder, milliseconds }: Story, page: Page): string {
  const { style } = page;
  const steps = scenes.map((scene, index) => [
    style.strong(`${index + 1}. ${scene.title}`),
    ...scene.steps.flatMap(({ command, lines }) => [
      style.quiet(shortened(`   $ ${command}`, page.columns ?? DEFAULT_COLUMNS)),
      ...lines.map((line) => drawn(line, page)),
    ]),
    ...(scene.asTold ? [] : [style.bad('   This is not what should have happened: please report it.')]),
  ]);
  const seconds = (milliseconds / 1000).toFixed(1);
  return [
    ...steps.map((lines) => lines.join('\n')),
    [
      `Done in ${seconds} s. The ledger is ${folder.ledger.uri}, with ${folder.trust} and ${folder.receipt} beside it.`,
      'Next, on files of your own:',
      '  node dist/proofrail.js image verify <your manifests>',
      '  node dist/proofrail.js findings <your>.sarif',
      `${style.strong('Open this:')} ${folder.report}`,
    ].join('\n'),
  ].join('\n\n');
}

/** The whole command is in the JSON document; here it is the name that matters. */
const shortened = (text: string, columns: number): string => (text.length <= columns ? text : `${text.slice(0, columns - 1)}…`);

function drawn({ mark, text }: Line, { style, columns = DEFAULT_COLUMNS }: Page): string {
  const indent = mark === 'good' || mark === 'bad' ? 3 : 7;
  const margin = ' '.repeat(indent);
  const look = { good: style.good, bad: style.bad, note: style.strong, detail: style.quiet }[mark];
  const [first = '', ...others] = wrap(text, columns - indent - 2);
  const hanging = others.map((line) => `${margin}  ${mark === 'detail' ? look(line) : line}`);
  return [`${margin}${look(MARKS[mark])} ${mark === 'detail' ? look(first) : first}`, ...hanging].join('\n');
}
