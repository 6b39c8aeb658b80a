import type { Finding } from '../../api/findings.ts';

/** Findings of one kind that stand together: what they mean and what to do is said once for all of them. */
export interface FindingGroup {
  readonly kind: Finding['kind'];
  readonly findings: readonly Finding[];
}

/** In the order given, which is the API's: a kind may come again further down. */
export function groupByKind(findings: readonly Finding[]): FindingGroup[] {
  const groups: { kind: Finding['kind']; findings: Finding[] }[] = [];
  for (const finding of findings) {
    const group = groups.at(-1);
    if (group?.kind === finding.kind) group.findings.push(finding);
    else groups.push({ kind: finding.kind, findings: [finding] });
  }
  return groups;
}
