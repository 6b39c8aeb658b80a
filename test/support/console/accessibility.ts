import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const GRAVE = ['serious', 'critical'];

/** What keeps people from using the page as it is now, found by axe-core: serious or critical. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // By the protocol of the debugger: the policy of the page would not let it in.
  await page.evaluate(axe.source);
  const { violations }: AxeResults = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] })',
  );
  return violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}
