import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { presigningS3Client, secretsManagerClient } from '../../shared/adapters/aws-clients.ts';
import { GitHubEnterpriseOwners } from '../../shared/adapters/github-owners/enterprise-owners.ts';
import { WebApplicationFlow } from '../../shared/adapters/github-sign-in/web-application-flow.ts';
import { S3UploadPresigner } from '../../shared/adapters/s3/upload-presigner.ts';
import { readOAuthApp } from '../../shared/adapters/secrets-manager/oauth-app.ts';
import { readSessionKey } from '../../shared/adapters/secrets-manager/session-key.ts';
import { sessionSeal, signInSeal } from '../../shared/adapters/sessions/jwe-seal.ts';
import { OAuthAppError } from '../../shared/contracts/oauth-app.ts';
import { readConfig } from '../../shared/runtime/config.ts';
import { publicHttpHandler } from '../../shared/runtime/http/handler.ts';
import { KEPT_SECRET_MS, keptFor } from '../../shared/runtime/kept-for.ts';
import { lazy } from '../../shared/runtime/lazy.ts';
import { loggableError } from '../../shared/runtime/loggable-error.ts';
import { createLogger } from '../../shared/runtime/logger.ts';
import { type Config, configSchema } from './config.ts';
import { PageFiles } from './page-files.ts';
import { type ConsolePorts, consoleRoutes } from './routes.ts';

// Once per cold start.
const logger = createLogger('console');
const routes = lazy(() => consoleRoutes(connect(readConfig(configSchema))));

function connect(config: Config): ConsolePorts {
  const secrets = secretsManagerClient();
  const sessionKey = keptFor(KEPT_SECRET_MS, () => readSessionKey(secrets, config.SESSION_KEY_SECRET_ID));
  const presigner = new S3UploadPresigner(presigningS3Client(), config.BUCKET_NAME, () => new Date());
  return {
    enterprise: config.ENTERPRISE_SLUG,
    // Beside the bundle of this file.
    files: new PageFiles(fileURLToPath(new URL('./page/', import.meta.url))),
    uploadsUrl: lazy(() => presigner.uploadsUrl()),
    owners: new GitHubEnterpriseOwners({
      apiUrl: config.GITHUB_API_URL,
      enterprise: config.ENTERPRISE_SLUG,
      onFailure: (failure) => logger.warn('GitHub could not be asked', { failure }),
    }),
    github: new WebApplicationFlow({
      apiUrl: config.GITHUB_API_URL,
      onFailure: (failure) => logger.error('GitHub failed the OAuth app', { failure }),
    }),
    oauthApp: keptFor(KEPT_SECRET_MS, () =>
      readOAuthApp(secrets, config.OAUTH_APP_SECRET_ID).catch((error: unknown) => {
        // A personal access token does as well, until the secret is mended.
        if (!(error instanceof OAuthAppError)) throw error;
        logger.error('owners cannot sign in through GitHub', { error: loggableError(error) });
        return null;
      }),
    ),
    sessions: sessionSeal(sessionKey),
    attempts: signInSeal(sessionKey),
    newSecret: () => randomBytes(32).toString('base64url'),
    onAppRefused: (error) => logger.error('GitHub refuses the OAuth app', { error }),
  };
}

// Exported to AWS. Once per event: the route that the request names, for whoever asks.
export const handler = publicHttpHandler(logger, routes);
