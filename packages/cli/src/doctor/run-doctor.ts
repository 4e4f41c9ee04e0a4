import { examineRepository, outcomeOf, type Examination } from '@proofrail/github/doctor';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { Session } from '../session.ts';
import { doctorJson } from './doctor-json.ts';
import { doctorText } from './doctor-text.ts';
import { examineFolder } from './examine-folder.ts';
import { openGitHub } from './open-github.ts';

/** Either a repository over the API, or a folder without network. ConfigurationError `doctor/...` for both, or for neither. */
export async function runDoctor(repository: string | undefined, options: DoctorOptions, session: Session): Promise<Answer> {
  const { workflows, required, requireComplete = false } = options;
  if ((repository === undefined) === (workflows === undefined)) throw oneSubject(repository !== undefined);
  const examination =
    workflows === undefined
      ? await examineOnGitHub(repository ?? '', options.apiUrl, session)
      : examineFolder(workflows, required ?? null);
  return {
    outcome: outcomeOf(examination, requireComplete),
    json: doctorJson(examination),
    text: (page) => doctorText(examination, page),
  };
}

const REPOSITORY = /^([A-Za-z0-9][A-Za-z0-9-]*)\/([A-Za-z0-9._-]+)$/;

function examineOnGitHub(repository: string, apiUrl: string, { env }: Session): Promise<Examination> {
  const [, owner, name] = REPOSITORY.exec(repository) ?? [];
  if (owner === undefined || name === undefined) throw notARepository(repository);
  requireSafeUrl(apiUrl);
  const token = (env['GITHUB_TOKEN'] ?? '') || (env['GH_TOKEN'] ?? '');
  if (token === '') throw noToken();
  return examineRepository(openGitHub(token, apiUrl), owner, name);
}

/** The token goes there: in clear only to this very machine, where a test may listen. */
function requireSafeUrl(apiUrl: string): void {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : null;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)))
    return;
  throw new ConfigurationError('doctor/api-url', {
    expected: 'an address that begins with https://',
    found: apiUrl,
    at: '--api-url',
    doThis: 'name the API of your server, such as https://github.example.com/api/v3',
  });
}

const oneSubject = (both: boolean): ConfigurationError =>
  new ConfigurationError('doctor/one-subject', {
    expected: 'either owner/repository or --workflows',
    found: both ? 'both' : 'neither',
    at: 'command line',
    doThis: 'name the repository to ask GitHub, or the folder to look at its files alone',
  });

const notARepository = (found: string): ConfigurationError =>
  new ConfigurationError('doctor/not-a-repository', {
    expected: 'owner/repository, as in its address',
    found,
    at: 'command line',
    doThis: 'write it like acme/payments',
  });

const noToken = (): ConfigurationError =>
  new ConfigurationError('doctor/no-token', {
    expected: 'a token in GITHUB_TOKEN or GH_TOKEN',
    found: 'neither is set',
    at: 'environment',
    doThis: 'in a shell: GH_TOKEN="$(gh auth token)"; in a workflow: GITHUB_TOKEN: ${{ github.token }}',
  });
