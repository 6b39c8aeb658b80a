import type { LocalStack } from './local-stack.ts';

/** What is printed when it serves, with commands that can be pasted as they are. */
export function banner(stack: LocalStack, dataDirectory: string): string {
  const { api, s3, bucket } = stack;
  return `
License Usage Sync runs on this machine.

  API      ${api}
  S3       ${s3}
  Bucket   ${bucket}
  Data     ${dataDirectory} (logs of the functions in logs/)

Drop a file, with the AWS CLI (HOST is the host name of the server instance; any credentials do):

  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1 \\
    aws s3 cp FILE s3://${bucket}/uploads/HOST/ --endpoint-url ${s3}

or with curl, which asks for a place first and then puts the file there:

  url=$(curl -s -X POST ${api}/uploads | node -p 'JSON.parse(fs.readFileSync(0)).url')
  curl -T FILE "$url"

Read the result:

  curl -s ${api}/uploads
  curl -s ${api}/usage

Or fill it with a generated enterprise, in another terminal:

  npm run demo

Ctrl-C stops it; the data stays.
`;
}
