import { App, type AppProps, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { LicenseUsageStack } from './license-usage-stack.ts';
import { settingsFrom } from './settings.ts';
import { STAGE_SETTINGS, stageFrom } from './stages.ts';

/** The whole application. It names no account and no region, so that synthesis needs no credentials. */
export function licenseUsageApp(props?: AppProps): App {
  const app = new App(props);
  const stage = stageFrom(app.node.tryGetContext('stage'));
  new LicenseUsageStack(app, `license-usage-sync-${stage}`, {
    stage,
    settings: STAGE_SETTINGS[stage],
    ...settingsFrom((name) => app.node.tryGetContext(name)),
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return app;
}

if (import.meta.main) licenseUsageApp().synth();
