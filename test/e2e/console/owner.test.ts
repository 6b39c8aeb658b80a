import { beforeAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../../functions/console/page/language/load-catalogue.ts';
import { Translator } from '../../../functions/console/page/language/translator.ts';
import { accessibilityProblems } from '../../support/console/accessibility.ts';
import { type ConsoleBrowser, SCHEMES, type Scheme, signIn } from '../../support/console/console-browser.ts';
import type { ConsolePage, DroppedFile } from '../../support/console/console-page.ts';
import { describeInBrowser } from '../../support/console/describe-in-browser.ts';
import { encryptedExport, usageExport, usersWithIds } from '../../support/console/usage-exports.ts';
import { range, usersReport } from '../../support/ingest-world.ts';

describeInBrowser('an owner', {}, (browser) => {
  beforeAll(async () => {
    const { running } = browser();
    const sixty = usersReport(range(1, 60));
    const drops = SCHEMES.map((scheme) =>
      running.drop(sixty, { fileName: 'all_users.csv', hostName: shrinkingHost(scheme) }),
    );
    await Promise.all([...drops, running.syncNow()]);
  });

  test.each(SCHEMES)('signs in through GitHub, and out again (%s)', async (scheme) => {
    const owner = await browser().visit({ scheme, signedIn: false });
    await signIn(owner);
    await owner.page.getByText('octo-owner').waitFor();
    await owner.title(owner.text('usage.title')).waitFor();
    await owner.button(owner.text('shell.sign-out')).click();
    await owner.title(owner.text('sign-in.title')).waitFor();
    await owner.open('#/people');
    await owner.title(owner.text('sign-in.title')).waitFor();
  });

  // Both at once: the queue lets files wait for others.
  test('drops files, is told what became of each, and accepts the one that is held (light and dark)', async () => {
    await Promise.all(SCHEMES.map((scheme) => dropAndAccept(browser(), scheme)));
  });

  test.each(SCHEMES)('syncs now, and sees every source come (%s)', async (scheme) => {
    const owner = await browser().visit({ scheme });
    const { text } = owner;
    await owner.open('#/server-instances');
    await owner.button(text('syncs.sync-now')).first().click();
    const ended = owner.panel(text('syncs.ended'));
    await ended.getByText(text('syncs.succeeded.title'), { exact: true }).waitFor();
    await ended.getByText(text('syncs.details'), { exact: true }).click();
    const instances = browser().running.peer.servers.map(({ hostName }) => hostName);
    for (const source of [text('syncs.cloud'), ...instances]) {
      await ended.getByRole('heading', { name: source }).waitFor();
    }
    await expectAccessible(owner);
  });

  test.each(SCHEMES)('finds a person, and reads why they are one (%s)', async (scheme) => {
    const owner = await browser().visit({ scheme });
    const { text, page } = owner;
    await owner.open();
    await owner.goTo('people');
    await page.getByLabel(text('people.search'), { exact: true }).fill('user57@');
    await page.getByText(text('people.count', { count: 1 }), { exact: true }).waitFor();
    await owner.link('user57@example.com').click();
    await owner.title('user57@example.com').waitFor();
    await owner.panel(text('person.accounts')).getByText(`good-${scheme}.example.com`).first().waitFor();
    await expectAccessible(owner);
    await page.goBack();
    await page.getByText(text('people.count', { count: 1 }), { exact: true }).waitFor();
  });

  test.each(SCHEMES)('dismisses a finding with a reason, and brings it back (%s)', async (scheme) => {
    const owner = await browser().visit({ scheme });
    const { text, page, dialog } = owner;
    const reason = `Looked at, and ${scheme} enough.`;
    const show = (label: string) =>
      page.getByLabel(text('findings.show'), { exact: true }).selectOption({ label });
    await owner.open('#/findings');
    await owner.button(text('findings.dismiss')).first().click();
    await dialog.getByLabel(text('findings.reason')).fill(reason);
    await expectAccessible(owner);
    await dialog.getByRole('button', { name: text('findings.dismiss') }).click();
    await page.getByText(text('findings.was-dismissed')).waitFor();
    await show(text('findings.show-dismissed'));
    await page.getByText(reason).waitFor();
    await owner.button(text('findings.bring-back')).click();
    await page.getByText(text('findings.none-so')).waitFor();
  });

  test.each(SCHEMES)('reads it in another language, also after coming back (%s)', async (scheme) => {
    const owner = await browser().visit({ scheme });
    const german = new Translator('de', await loadCatalogue('de'));
    await owner.open('#/people');
    await owner.page.getByLabel(owner.text('shell.language')).selectOption('de');
    await owner.title(german.text('people.title')).waitFor();
    await owner.open('#/people');
    await owner.title(german.text('people.title')).waitFor();
    expect(await owner.page.locator('html').getAttribute('lang')).toBe('de');
    expect(await owner.page.title()).toContain(german.text('people.title'));
  });
});

/** Of which a file is dropped that would remove most of its accounts. */
function shrinkingHost(scheme: Scheme): string {
  return `shrinking-${scheme}.example.com`;
}

async function dropAndAccept(browser: ConsoleBrowser, scheme: Scheme): Promise<void> {
  const owner = await browser.visit({ scheme });
  const { text, dialog } = owner;
  const good = usageExport({ hostName: `good-${scheme}.example.com` }, usersWithIds(range(1, 60)));
  const encrypted = encryptedExport({ hostName: `encrypted-${scheme}.example.com` });
  const { content } = usageExport({ hostName: `broken-${scheme}.example.com` }, usersWithIds([1, 2, 3]));
  const broken = { name: `broken-${scheme}.json`, content: content.replace('"user_id": 2', '"user_id": -2') };
  const shrunk = { name: 'all_users.csv', content: usersReport(range(1, 10)) };
  await owner.open('#/server-instances');
  await owner.drop(good, encrypted, broken, shrunk);
  await dialog.getByLabel(text('add-usage.host-name')).fill(shrinkingHost(scheme));
  await dialog.getByRole('button', { name: text('add-usage.host-name-submit'), exact: true }).click();
  const file = ({ name }: DroppedFile) => dialog.getByRole('listitem').filter({ hasText: name });
  await file(good).getByText(text('uploads.merged.title'), { exact: true }).waitFor();
  await file(encrypted).getByText(text('uploads.encrypted.title'), { exact: true }).waitFor();
  await file(broken).getByText(text('uploads.rejected.title'), { exact: true }).waitFor();
  await file(broken).getByText('$.users[1].user_id').waitFor();
  await file(shrunk).getByText(text('uploads.held.title'), { exact: true }).waitFor();
  await expectAccessible(owner);
  await dialog.getByRole('button', { name: text('controls.close') }).click();

  const instances = owner.panel(text('server-instances.panel-title'));
  await instances.getByRole('rowheader', { name: `good-${scheme}.example.com` }).waitFor();
  const held = owner.panel(text('uploads.held-panel')).getByRole('listitem').filter({ hasText: scheme });
  await held.getByText(text('uploads.hold', { count: 50, before: 60 })).waitFor();
  await held.getByRole('button').click();
  await expectAccessible(owner);
  await dialog.getByRole('button', { name: text('uploads.accept.do', { count: 50 }) }).click();
  await held.waitFor({ state: 'detached' });
  const uploads = owner.panel(text('uploads.title')).getByRole('row');
  const accepted = uploads.filter({ hasText: shrinkingHost(scheme) }).first();
  await accepted.getByText(text('uploads.merged.title'), { exact: true }).waitFor();
}

async function expectAccessible({ page }: ConsolePage): Promise<void> {
  expect(await accessibilityProblems(page)).toEqual([]);
}
