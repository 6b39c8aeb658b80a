import type { MergedDetail } from '../../shared/contracts/events/merged.ts';
import type { Mail } from '../../shared/notification-ports.ts';
import { counted, formatted, mailText } from './mail-text.ts';

/** Consumption has reached a set share of the purchased licenses. */
export function shareMail(detail: MergedDetail, apiUrl: string): Mail {
  const { licenses, before, findings, share_crossed: share } = detail;
  const { consumed, purchased } = licenses;
  const recoverable = Object.values(findings).reduce((sum, { seats }) => sum + seats, 0);
  const { consumed_by_github: byGitHub } = licenses;
  const other =
    byGitHub === null || byGitHub === consumed ? [] : [`GitHub itself counts ${formatted(byGitHub)}.`];
  const change = before === null ? [] : [`It was ${formatted(before.consumed)} when last told.`];
  return {
    subject: `License usage has reached ${share}% of the purchased licenses`,
    text: mailText({
      happened: [
        `${counted(consumed, 'user license')} of ${formatted(purchased ?? 0)} purchased ${verb(consumed)} consumed. ${leftOver(consumed, purchased ?? 0)}`,
        ...change,
        ...other,
      ],
      todo:
        recoverable === 0
          ? 'purchase more, or suspend accounts that nobody needs.'
          : `the findings say how to get back up to ${counted(recoverable, 'license')}; otherwise purchase more.`,
      requests: ['GET /usage', 'GET /findings'],
      apiUrl,
    }),
  };
}

function verb(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function leftOver(consumed: number, purchased: number): string {
  if (consumed > purchased) return `That is ${formatted(consumed - purchased)} more than there are.`;
  return consumed === purchased ? 'None is left.' : `${formatted(purchased - consumed)} left.`;
}
