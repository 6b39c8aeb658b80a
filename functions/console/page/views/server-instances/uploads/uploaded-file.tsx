import { parseUploadKey } from '../../../../../../shared/contracts/upload-key.ts';
import type { UploadSummary } from '../../../api/uploads.ts';
import { Written } from '../../../components/written.tsx';

export function fileNameOf({ key }: Pick<UploadSummary, 'key'>): string {
  return parseUploadKey(key).fileName;
}

export function UploadedFile({ upload }: { readonly upload: UploadSummary }) {
  return <Written text={fileNameOf(upload)} />;
}
