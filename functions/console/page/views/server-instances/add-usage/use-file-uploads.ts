import { useEffect, useReducer, useRef } from 'preact/hooks';
import { useApi } from '../../../api/api-context.tsx';
import { sendFile } from '../../../api/send-file.ts';
import { type FileUpload, fileUploadsAfter, nextToSend } from './file-uploads.ts';
import { uploadFile } from './upload-file.ts';

export interface FileUploads {
  readonly uploads: readonly FileUpload[];
  readonly add: (files: readonly File[]) => void;
  readonly nameHost: (id: number, hostName: string) => void;
  readonly retry: (id: number) => void;
  readonly remove: (id: number) => void;
  readonly removeSettled: () => void;
}

/** The files being added, sent as soon as it is their turn. `onTold` hears of each outcome. */
export function useFileUploads(onTold: () => void): FileUploads {
  const api = useApi();
  const [uploads, dispatch] = useReducer(fileUploadsAfter, []);
  const lastId = useRef(0);
  const signal = useAbortOnLeave();
  useEffect(() => {
    for (const upload of nextToSend(uploads)) {
      // Told at once, so that the next turn does not begin with the same file.
      dispatch({ type: 'sending', id: upload.id, share: 0 });
      uploadFile({ api, send: sendFile, tell: dispatch, signal }, upload);
    }
  }, [uploads]);
  const told = uploads.filter(({ stage }) => stage.name === 'told').length;
  useEffect(() => {
    if (told > 0) onTold();
  }, [told]);
  return {
    uploads,
    add: (files) => dispatch({ type: 'added', files: files.map((file) => ({ id: ++lastId.current, file })) }),
    nameHost: (id, hostName) => dispatch({ type: 'host-named', id, hostName }),
    retry: (id) => dispatch({ type: 'retried', id }),
    remove: (id) => dispatch({ type: 'removed', id }),
    removeSettled: () => dispatch({ type: 'settled-removed' }),
  };
}

/** Aborted when whoever uses it is gone from the page. */
function useAbortOnLeave(): AbortSignal {
  const abort = useRef(new AbortController()).current;
  useEffect(() => () => abort.abort(), []);
  return abort.signal;
}
