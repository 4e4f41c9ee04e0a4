import type { Answer } from '../answer.ts';
import type { DemoOptions } from './declare-demo.ts';
import { withRole } from '../evidence/with-role.ts';
import type { Session } from '../session.ts';
import { allowedChange } from './allowed-change.ts';
import { commandRunner, type RunCommand } from './command-runner.ts';
import { deliveredImage } from './delivered-image.ts';
import { freshDemoFolder, type DemoFolder } from './demo-folder.ts';
import { demoText } from './demo-text.ts';
import { refusedChange } from './refused-change.ts';
import type { Scene } from './scene.ts';
import { tellStoryOfToday } from './story-of-today.ts';
import { tamperedLedger } from './tampered-ledger.ts';
import { writtenReport } from './written-report.ts';

const SCENES: readonly ((run: RunCommand, folder: DemoFolder) => Promise<Scene>)[] = [
  refusedChange,
  allowedChange,
  deliveredImage,
  tamperedLedger,
  writtenReport,
];

/** The main job from end to end, on a ledger in ./proofrail-demo or in a bucket, told by the commands themselves. */
export async function runDemo(options: DemoOptions, session: Session): Promise<Answer> {
  const started = session.clock.now();
  const run = commandRunner(session);
  const folder = await freshDemoFolder(await withRole(options, session));
  await run('keys', 'new', '--out', folder.key, '--trust', folder.trust);
  tellStoryOfToday(folder, started);
  const scenes: Scene[] = [];
  for (const [index, scene] of SCENES.entries()) {
    session.logger.progress(`step ${index + 1} of ${SCENES.length}`);
    scenes.push(await scene(run, folder));
  }
  const story = { scenes, folder, milliseconds: session.clock.now() - started };
  return {
    outcome: scenes.every(({ asTold }) => asTold) ? 'allow' : 'deny',
    json: {
      scenes: scenes.map(({ asTold: as_told, ...scene }) => ({ ...scene, as_told })),
      report: folder.report,
      trust: folder.trust,
      receipt: folder.receipt,
      milliseconds: story.milliseconds,
    },
    text: (page) => demoText(story, page),
  };
}
