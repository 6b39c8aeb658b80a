import { parseUploadKey } from '../../../../../../shared/contracts/upload-key.ts';
import type { UploadSummary } from '../../../api/uploads.ts';
import { Name } from '../../../components/name.tsx';

export function fileNameOf({ key }: Pick<UploadSummary, 'key'>): string {
  return parseUploadKey(key).fileName;
}

export function UploadedFile({ upload }: { readonly upload: UploadSummary }) {
  return <Name>{fileNameOf(upload)}</Name>;
}
