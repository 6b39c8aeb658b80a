import { beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import { changesSchema } from '../../../shared/contracts/http/changes.ts';
import { findingsSchema } from '../../../shared/contracts/http/findings.ts';
import { peopleSchema } from '../../../shared/contracts/http/people.ts';
import { personSchema } from '../../../shared/contracts/http/person.ts';
import { serverInstancesSchema } from '../../../shared/contracts/http/server-instances.ts';
import { sessionSchema } from '../../../shared/contracts/http/session.ts';
import { syncRunSchema, syncRunsSchema } from '../../../shared/contracts/http/sync-runs.ts';
import { uploadSchema, uploadsSchema } from '../../../shared/contracts/http/uploads.ts';
import { usageSchema } from '../../../shared/contracts/http/usage.ts';
import { usageHistorySchema } from '../../../shared/contracts/http/usage-history.ts';
import type { ConsolePage } from '../../support/console/console-page.ts';
import { describeInBrowser } from '../../support/console/describe-in-browser.ts';
import { hostileEnterprise } from '../../support/console/hostile-enterprise.ts';
import { DIRECTION_CONTROL, HOSTILE_TEXTS, type HostileKind } from '../../support/console/hostile-texts.ts';
import { plantTexts } from '../../support/console/plant-texts.ts';
import { usageExport, usersWithIds } from '../../support/console/usage-exports.ts';

const KINDS = Object.keys(HOSTILE_TEXTS) as HostileKind[];
const EVERY_TEXT = Object.values(HOSTILE_TEXTS).join('');
const VIEWS = ['#/usage', '#/server-instances', '#/people', '#/people/changes', '#/findings'];

/** Every answer that the page reads. */
const ANSWERS: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^\/session$/, sessionSchema],
  [/^\/usage$/, usageSchema],
  [/^\/usage\/history$/, usageHistorySchema],
  [/^\/server-instances$/, serverInstancesSchema],
  [/^\/uploads$/, uploadsSchema],
  [/^\/uploads\/\w+$/, uploadSchema],
  [/^\/sync-runs$/, syncRunsSchema],
  [/^\/sync-runs\/\w+$/, syncRunSchema],
  [/^\/people$/, peopleSchema],
  [/^\/people\/\w+$/, personSchema],
  [/^\/findings$/, findingsSchema],
  [/^\/changes$/, changesSchema],
];

/** Where a text has reached out of its place. That none has run as a script is seen after every test. */
async function problemsHere(visitor: ConsolePage): Promise<string[]> {
  const problems: string[] = [];
  for (const width of [1280, 320]) {
    await visitor.page.setViewportSize({ width, height: 900 });
    problems.push(...(await visitor.overflow()));
  }
  const shown = await visitor.page.locator('body').innerText();
  return DIRECTION_CONTROL.test(shown) ? [...problems, ...linesWithControls(shown)] : problems;
}

function linesWithControls(text: string): string[] {
  return text.split('\n').filter((line) => DIRECTION_CONTROL.test(line));
}

async function problemsOf(visitor: ConsolePage, views: readonly string[]) {
  const problems: Record<string, string[]> = {};
  for (const view of views) {
    await visitor.turnTo(view);
    await visitor.openDisclosures();
    const found = await problemsHere(visitor);
    if (found.length > 0) problems[view] = found;
  }
  return problems;
}

describeInBrowser('a hostile text is shown as text', {}, (browser) => {
  beforeAll(async () => {
    const { running } = browser();
    const texts = Object.values(HOSTILE_TEXTS);
    await running.peer.show(hostileEnterprise(texts));
    const instances = texts.map((text, index) => ({
      hostName: index === 0 ? `${'a'.repeat(240)}.example.com` : `hostile-${index}.example.com`,
      serverId: text.slice(0, 255),
      version: text.slice(0, 255),
    }));
    const exports = instances.map((instance) => usageExport(instance, usersWithIds([1, 2])));
    const drops = exports.map(({ content }, index) =>
      running.drop(content, { fileName: texts[index]?.slice(0, 255) ?? '' }),
    );
    await Promise.all([running.syncNow(), ...drops]);
  });

  test.each(KINDS)('%s: of a person', async (kind) => {
    const owner = await browser().visit();
    const { text, page } = owner;
    const name = HOSTILE_TEXTS[kind].slice(0, 30);
    await owner.open('#/people');
    await page.getByLabel(text('people.search'), { exact: true }).fill(name);
    const shown = name.replaceAll(new RegExp(DIRECTION_CONTROL, 'g'), '\uFFFD');
    const found = page.getByRole('rowheader').getByText(shown, { exact: false }).first();
    await found.waitFor();
    await page.getByText(text('people.count', { count: 3 }), { exact: true }).waitFor();
    expect(await problemsHere(owner)).toEqual([]);
    await found.click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: shown }).waitFor();
    await owner.settled();
    expect(await problemsHere(owner)).toEqual([]);
  });

  test('in every view', async () => {
    const owner = await browser().visit();
    await owner.open();
    expect(await problemsOf(owner, VIEWS)).toEqual({});
  });

  test('as the name of a file', async () => {
    const owner = await browser().visit();
    const { text, dialog } = owner;
    await owner.open('#/server-instances');
    await owner.drop(...KINDS.map((kind) => ({ name: `${HOSTILE_TEXTS[kind]}.json`, content: '{}' })));
    await owner.drop({ name: `all_users${HOSTILE_TEXTS.markup}.csv`, content: 'id,login' });
    await dialog
      .getByText(text('uploads.rejected.title'), { exact: true })
      .nth(KINDS.length - 1)
      .waitFor();
    expect(await problemsHere(owner)).toEqual([]);
  });

  test('in the address', async () => {
    const owner = await browser().visit({ toldOff: /status of 4\d\d/ });
    const hostile = encodeURIComponent(EVERY_TEXT);
    await owner.open();
    const places = [
      `#/${hostile}`,
      `#/people/${hostile}`,
      `#/people?q=${hostile}&source=server:${hostile}&deployment=${hostile}`,
      `#/people/changes?from=${hostile}&to=${hostile}&merge_id=${hostile}`,
      `#/findings?kind=${hostile}&source=server:${hostile}&dismissed=${hostile}&page=${hostile}`,
    ];
    expect(await problemsOf(owner, places)).toEqual({});
  });

  test('wherever an answer may have any', async () => {
    const { people } = peopleSchema.parse(await browser().running.get('/people?deployment=cloud_and_server'));
    const owner = await browser().visit();
    await owner.page.route('**/*', async (route) => {
      const { pathname } = new URL(route.request().url());
      const schema = ANSWERS.find(([path]) => path.test(pathname))?.[1];
      if (schema === undefined) return route.continue();
      const response = await route.fetch();
      await route.fulfill({ response, json: plantTexts(await response.json(), schema, EVERY_TEXT) });
    });
    await owner.open();
    await owner.page.getByRole('banner').getByText(HOSTILE_TEXTS.markup).first().waitFor();
    expect(await problemsOf(owner, [...VIEWS, `#/people/${people[0]?.id}`])).toEqual({});
  });
});
