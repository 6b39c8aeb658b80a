import type { LicenseUsageApplication } from './application.ts';
import type { LocalStack } from './local-stack.ts';

/** What is printed when it serves, with commands that can be pasted as they are. */
export function banner(stack: LocalStack<LicenseUsageApplication>, dataDirectory: string): string {
  const { api, s3, bucket } = stack;
  const { peer } = stack.application;
  return `
License Usage Sync runs on this machine. Open ${api}

  API      ${api} (the console is there too: sign in with GitHub, as an owner or not)
  GitHub   ${peer.url} (a peer on this machine, with the enterprise ${peer.enterprise})
  S3       ${s3}
  Bucket   ${bucket}
  Data     ${dataDirectory} (logs of the functions, events and mails in logs/)

Every request to the API takes the GitHub token of an enterprise owner:

  token=${peer.ownerToken}

Sync with GitHub, and read the result:

  curl -s -X POST -H "Authorization: Bearer $token" ${api}/sync-now
  curl -s -H "Authorization: Bearer $token" ${api}/sync-runs
  curl -s -H "Authorization: Bearer $token" ${api}/usage

Drop a file, with the AWS CLI (HOST is the host name of the server instance; any credentials do):

  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=us-east-1 \\
    aws s3 cp FILE s3://${bucket}/uploads/HOST/ --endpoint-url ${s3}

or with curl, which asks for a place first and then puts the file there:

  url=$(curl -s -X POST -H "Authorization: Bearer $token" ${api}/uploads | node -p 'JSON.parse(fs.readFileSync(0)).url')
  curl -T FILE "$url"
  curl -s -H "Authorization: Bearer $token" ${api}/uploads

Or see both with a generated enterprise, in another terminal:

  npm run demo

Ctrl-C stops it; the data stays.
`;
}
