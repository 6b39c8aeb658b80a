import type { UploadEndedDetail } from '../../shared/contracts/events/upload-ended.ts';
import type { Mail } from '../../shared/notification-ports.ts';
import { counted, formatted, mailText } from './mail-text.ts';

/** A file waits for an owner. */
export function heldMail({ upload_id: id, source, hold }: UploadEndedDetail, apiUrl: string): Mail {
  const gone =
    hold === null
      ? 'many accounts'
      : `${formatted(hold.accounts_removed)} of ${counted(hold.accounts_before, 'account')}`;
  return {
    subject: 'A license usage file is held',
    text: mailText({
      happened: [
        `By a file that was uploaded, ${gone} would be gone from ${source ?? 'its source'}.`,
        'It is stored and not applied: the source stays as it was before.',
      ],
      todo: 'accept the upload if so many accounts were really removed; otherwise upload the right file.',
      requests: [`GET /uploads/${id}`, `POST /uploads/${id}/accept`],
      apiUrl,
    }),
  };
}

/** A file was not of use. */
export function rejectedMail({ upload_id: id, rejection }: UploadEndedDetail, apiUrl: string): Mail {
  const why =
    rejection === null
      ? ''
      : ` It has ${counted(rejection.total_problems, 'problem')} (${rejection.reason}).`;
  return {
    subject: 'A license usage file was rejected',
    text: mailText({
      happened: [`A file that was uploaded cannot be used, and has changed nothing.${why}`],
      todo: 'the upload lists what is wrong, where, and how to mend it. Upload a corrected file.',
      requests: [`GET /uploads/${id}`],
      apiUrl,
    }),
  };
}
