import { sourcesOf } from '../../../../functions/license-usage/sources.ts';
import { TopFindings } from '../../../../functions/license-usage/top-findings.ts';
import { foundAs } from '../../../../shared/domain/findings/finding-about.ts';
import { sourceFindings } from '../../../../shared/domain/findings/source-findings.ts';
import { resolve } from '../../../../shared/domain/resolve.ts';
import { usageOf } from '../../../../shared/domain/usage-of.ts';
import type { WayFiles, WayResult } from '../way.ts';
import { differencesOf, readCounted } from './our-people.ts';

export { prepareState } from './ours.ts';

const TOP_FINDINGS = 10;

/** The same, and then the usage and all findings, of which the first are made. */
export async function comparePeople(files: WayFiles): Promise<WayResult> {
  const counted = await readCounted(files);
  const facts = counted.map((file) => file.facts);
  const people = resolve(facts);
  const differences = differencesOf(people, files.state);
  const ofSources = Array.from(sourceFindings(sourcesOf(counted), Date.now()), foundAs);
  const { usage, findings } = usageOf(
    people,
    facts,
    (ofPeople) => new TopFindings(TOP_FINDINGS, ofPeople, ofSources),
  );
  if ([...findings].length > TOP_FINDINGS) throw new Error('more findings were kept than are shown');
  return { people: usage.people, differences };
}
