import { beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../functions/console/page/language/languages.ts';
import { peopleSchema } from '../../../shared/contracts/http/people.ts';
import { accessibilityProblems } from '../../support/console/accessibility.ts';
import { SCHEMES, signIn } from '../../support/console/console-browser.ts';
import type { ConsolePage } from '../../support/console/console-page.ts';
import { describeInBrowser } from '../../support/console/describe-in-browser.ts';
import { encryptedExport } from '../../support/console/usage-exports.ts';

const VIEWS = [
  '#/usage',
  '#/server-instances',
  '#/people',
  '#/people/changes',
  '#/findings',
  '#/no-such-view',
] as const;

const WIDE = { width: 1280, height: 900 };

/** What WCAG 2.2 wants to be readable without scrolling sideways: 1.4.10 Reflow. */
const NARROW = { width: 320, height: 900 };

type Problems = Record<string, readonly string[]>;

/** What is wrong with the view that is shown, wide and narrow. */
async function problemsHere(visitor: ConsolePage): Promise<string[]> {
  await visitor.page.setViewportSize(WIDE);
  await visitor.openDisclosures();
  const problems = await accessibilityProblems(visitor.page);
  await visitor.page.setViewportSize(NARROW);
  return [...problems, ...(await visitor.overflow())];
}

async function problemsOf(visitor: ConsolePage, views: readonly string[]): Promise<Problems> {
  const problems: Problems = {};
  await visitor.open();
  for (const view of views) {
    await visitor.turnTo(view);
    const found = await problemsHere(visitor);
    if (found.length > 0) problems[view] = found;
  }
  return problems;
}

describeInBrowser('everybody', {}, (browser) => {
  describe.each(SCHEMES)('can use every view in %s', (scheme) => {
    test('before they have signed in', async () => {
      const visitor = await browser().visit({ scheme, signedIn: false });
      await visitor.open();
      expect(await problemsHere(visitor)).toEqual([]);
      await visitor.open('#/sign-in?error=expired');
      expect(await problemsHere(visitor)).toEqual([]);
    });

    test('while there is no usage yet', async () => {
      expect(await problemsOf(await browser().visit({ scheme }), VIEWS)).toEqual({});
    });
  });

  describe('where there is usage', () => {
    let views: readonly string[];

    beforeAll(async () => {
      const { running } = browser();
      const { name, content } = encryptedExport({ hostName: 'encrypted.example.com' });
      await Promise.all([
        running.syncNow(),
        running.drop(content, { fileName: name }),
        running.drop('{"users": 1}', { fileName: 'broken.json' }),
      ]);
      const { people } = peopleSchema.parse(await running.get('/people?deployment=cloud_and_server'));
      views = [...VIEWS, `#/people/${people[0]?.id}`];
    });

    test.each(SCHEMES)('can use every view in %s', async (scheme) => {
      expect(await problemsOf(await browser().visit({ scheme }), views)).toEqual({});
    });

    test('can read every view on a telephone, in every language', async () => {
      const owner = await browser().visit(NARROW);
      await owner.open();
      const language = owner.page.locator('footer select').first();
      const problems: Problems = {};
      for (const view of views) {
        await owner.turnTo(view);
        await owner.openDisclosures();
        for (const tag of Object.keys(LANGUAGES)) {
          await language.selectOption(tag);
          await owner.page.locator(`html[lang="${tag}"]`).waitFor();
          const found = await owner.overflow();
          if (found.length > 0) problems[`${view} in ${tag}`] = found;
        }
      }
      expect(problems).toEqual({});
    });

    test('needs no mouse: to GitHub, back, to a view, into a dialog and out of it', async () => {
      const owner = await browser().visit({ signedIn: false });
      const { text, page, dialog } = owner;
      await owner.open();
      await owner.tabTo(owner.link(text('sign-in.with-github')));
      await page.keyboard.press('Enter');
      const authorize = page.getByRole('button', { name: 'Authorize' });
      await authorize.waitFor();
      await owner.tabTo(authorize);
      await page.keyboard.press('Enter');
      await owner.title(text('usage.title')).waitFor();
      await owner.tabTo(owner.link(text('shell.findings')));
      await page.keyboard.press('Enter');
      const title = owner.title(text('findings.title'));
      await title.waitFor();
      expect(await owner.hasFocus(title)).toBe(true);
      await owner.settled();

      const dismiss = owner.button(text('findings.dismiss')).first();
      await owner.tabTo(dismiss);
      await page.keyboard.press('Enter');
      const reason = dialog.getByLabel(text('findings.reason'));
      await reason.waitFor();
      expect(await owner.hasFocus(reason)).toBe(true);
      await owner.tabTo(dialog.getByRole('button', { name: text('controls.close') }));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await owner.hasFocus(dismiss)).toBe(true);

      await page.keyboard.press('Enter');
      await owner.tabTo(dialog.getByRole('button', { name: text('controls.cancel') }));
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await owner.hasFocus(dismiss)).toBe(true);
    });
  });

  describe('who is no owner', () => {
    test.each(SCHEMES)('is told so by the page that they come back to (%s)', async (scheme) => {
      const member = await browser().visit({ scheme, signedIn: false });
      await signIn(member, 'mona-member');
      const told = member.page.getByRole('alert').filter({ hasText: member.text('sign-in.not_an_owner') });
      await told.waitFor();
      expect(await accessibilityProblems(member.page)).toEqual([]);
      await member.open('#/people');
      await member.title(member.text('sign-in.title')).waitFor();
    });

    test.each(SCHEMES)(
      'any more is told so by every view, though they are signed in (%s)',
      async (scheme) => {
        const left = await browser().visit({ scheme, toldOff: /status of 403/ });
        const { memberToken } = browser().running.peer;
        await left.page.context().setExtraHTTPHeaders({ authorization: `Bearer ${memberToken}` });
        await left.open('#/findings');
        await left.page.getByText(left.text('errors.forbidden.next')).first().waitFor();
        expect(await accessibilityProblems(left.page)).toEqual([]);
      },
    );

    test('comes in with no token, and an owner does', async () => {
      const { ownerToken, memberToken } = browser().running.peer;
      const visitor = await browser().visit({ signedIn: false, toldOff: /status of 403/ });
      const { text, page } = visitor;
      await visitor.open('#/people');
      await page.getByText(text('sign-in.with-token')).click();
      const token = page.getByLabel(text('sign-in.token'), { exact: true });
      await token.fill(memberToken);
      await visitor.button(text('sign-in.submit')).click();
      await page.getByText(text('sign-in.not_an_owner')).waitFor();
      await token.fill(ownerToken);
      await visitor.button(text('sign-in.submit')).click();
      await visitor.title(text('people.title')).waitFor();
    });
  });
});
