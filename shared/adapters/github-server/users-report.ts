import { readUsageFile } from '../../contracts/usage-file/read-usage-file.ts';
import type { UsageFileContext } from '../../contracts/usage-file/usage-file.ts';
import type { PullError } from '../../domain/pull-error.ts';
import type { Rejection } from '../../domain/upload.ts';
import type { ServerUsageSnapshot, UsageSnapshot } from '../../domain/usage-snapshot.ts';
import type { AnswerContent } from './answer-content.ts';
import { serverFailure } from './server-failures.ts';

export const USERS_REPORT = 'the users report';

/** docs: accessing-reports-for-your-instance */
export const USERS_REPORT_PATH = '/stafftools/reports/all_users.csv';

/**
 * The report by the same parser as a dropped file. A part of it is never a snapshot, as far as that can be known:
 * a report that was cut between two lines, and sent as a whole by whoever cut it, looks like a whole one. Then only
 * the instance's own totals tell.
 * @throws PullError
 */
export async function readUsersReport(
  content: AnswerContent,
  context: Omit<UsageFileContext, 'fileName'>,
): Promise<ServerUsageSnapshot> {
  const file = await readUsageFile(content.bytes(), { ...context, fileName: 'all_users.csv' });
  if (file.kind === 'rejected') throw rejected(file.rejection, content);
  if (file.kind !== 'usage' || !isUsersReport(file.snapshot)) throw anotherFile();
  if (content.endsWithinLine()) throw cutOff();
  return file.snapshot;
}

function isUsersReport(snapshot: UsageSnapshot): snapshot is ServerUsageSnapshot {
  return snapshot.kind === 'server' && snapshot.channel === 'users-report';
}

/** Problems name places and expectations, never what the file holds. */
function rejected({ reason, problems }: Rejection, content: AnswerContent): PullError {
  if (reason === 'unknown-format') return anotherFile();
  if (content.endsWithinLine()) return cutOff();
  const details = problems
    .slice(0, 1)
    .map(({ line, expected }) => `${line === null ? '' : ` in line ${line}`}: expected ${expected}`);
  return serverFailure('unreadable-answer', USERS_REPORT, `${reason}${details.join()}`);
}

function anotherFile(): PullError {
  return serverFailure('unreadable-answer', USERS_REPORT, 'another kind of file, such as a login page');
}

/** The instance ends every line of a report, the last one as well. */
function cutOff(): PullError {
  return serverFailure('incomplete-answer', USERS_REPORT, 'the last line has no end');
}
