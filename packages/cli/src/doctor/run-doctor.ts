import { examineRepository, outcomeOf, type Examination } from '@proofrail/github/doctor';
import { ConfigurationError } from '@proofrail/core/outcomes';
import type { Answer } from '../answer.ts';
import type { DoctorOptions } from './declare-doctor.ts';
import { openGitHub } from '../github/open-github.ts';
import { repositoryName } from '../github/repository-name.ts';
import type { Session } from '../session.ts';
import { doctorJson } from './doctor-json.ts';
import { doctorText } from './doctor-text.ts';
import { examineFolder } from './examine-folder.ts';

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

async function examineOnGitHub(repository: string, apiUrl: string, session: Session): Promise<Examination> {
  const { owner, name } = repositoryName(repository);
  const { api } = await openGitHub(apiUrl, session);
  return examineRepository(api, owner, name);
}

const oneSubject = (both: boolean): ConfigurationError =>
  new ConfigurationError('doctor/one-subject', {
    expected: 'either owner/repository or --workflows',
    found: both ? 'both' : 'neither',
    at: 'command line',
    doThis: 'name the repository to ask GitHub, or the folder to look at its files alone',
  });
