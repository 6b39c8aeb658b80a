import { expect, it } from 'vitest';
import { S3UploadedFiles } from '../../../../shared/adapters/s3/uploaded-files.ts';
import { BUCKET, describeOnS3 } from '../../../contract/describe-bucket-port.ts';
import { recordRequests } from '../../../support/engines/recorded-requests.ts';

describeOnS3('uploaded files', (bucket) => {
  it('are opened in the version that the notification named', async () => {
    const requests = recordRequests(bucket());
    await new S3UploadedFiles(bucket(), BUCKET).open('uploads/a.json', 'a-version');
    expect(requests).toEqual([
      {
        command: 'GetObjectCommand',
        input: { Bucket: BUCKET, Key: 'uploads/a.json', VersionId: 'a-version' },
      },
    ]);
  });

  it('are not taken for gone because the bucket is', async () => {
    await expect(new S3UploadedFiles(bucket(), 'no-such-bucket').open('a', null)).rejects.toThrow('bucket');
  });
});
