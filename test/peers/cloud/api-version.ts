import { type Answer, errorAnswer } from '../http/answer.ts';
import type { HttpRequest } from '../http/peer-request.ts';

const VERSIONS = ['2026-03-10', '2022-11-28'] as const;

/** The refusal of a version that GitHub does not know, in GitHub's words; null when it is one, or none is named. */
export function refusedVersion({ headers }: HttpRequest): Answer | null {
  const version = String(headers['x-github-api-version'] ?? VERSIONS[1]);
  if (VERSIONS.some((supported) => supported === version)) return null;
  return errorAnswer(
    400,
    `The version you specified in the "X-GitHub-API-Version" request header, "${version}", is not a supported ` +
      `version. The following versions are currently supported: "${VERSIONS[0]}" (most recent), "${VERSIONS[1]}".`,
  );
}
