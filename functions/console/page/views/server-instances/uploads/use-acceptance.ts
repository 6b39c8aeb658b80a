import { useEffect, useRef, useState } from 'preact/hooks';
import { useApi } from '../../../api/api-context.tsx';
import { ApiError } from '../../../api/api-error.ts';
import { poll } from '../../../api/poll.ts';
import { acceptUpload, readUpload, type UploadSummary } from '../../../api/uploads.ts';
import { useAnnounce } from '../../../components/announcer.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { shownText } from '../../../language/shown-text.ts';
import { fileNameOf } from './uploaded-file.tsx';

const PAUSE_MS = { shortest: 500, longest: 5_000 };

interface Acceptance {
  /** Accepted here, and not yet applied. */
  readonly accepted: ReadonlySet<string>;
  readonly accept: (upload: UploadSummary) => Promise<void>;
}

/** Accepts held uploads, and waits until they are applied. */
export function useAcceptance(onApplied: () => void): Acceptance {
  const api = useApi();
  const translator = useTranslator();
  const announce = useAnnounce();
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const leave = useRef(new AbortController()).current;
  useEffect(() => () => leave.abort(), []);

  const untilApplied = (id: string) =>
    poll({
      ask: () => readUpload(api, id, leave.signal),
      onAnswer: () => undefined,
      isLast: ({ state }) => state !== 'held' && state !== 'received',
      pauseMs: PAUSE_MS,
      signal: leave.signal,
    });

  const accept = async (upload: UploadSummary) => {
    const file = shownText(fileNameOf(upload));
    try {
      await acceptUpload(api, upload.id);
      setAccepted((before) => new Set([...before, upload.id]));
      announce(translator.text('uploads.accept.done', { file }));
      await untilApplied(upload.id);
    } catch (error) {
      announce(refusalText(error, file), 'error');
    }
    if (!leave.signal.aborted) onApplied();
  };

  const refusalText = (error: unknown, file: string) => {
    const kind = error instanceof ApiError ? error.kind : 'failed';
    if (kind === 'conflict') return translator.text('uploads.accept.not-held', { file });
    return translator.text('uploads.accept.failed', { file, reason: translator.text(`errors.${kind}.next`) });
  };

  return { accepted, accept };
}
