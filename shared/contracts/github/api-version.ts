import * as z from 'zod';

/** What `X-GitHub-Api-Version` may ask for. GitHub answers the license calls alike in both. */
export const githubApiVersion = z.enum(['2022-11-28', '2026-03-10']);
export type GitHubApiVersion = z.infer<typeof githubApiVersion>;
