import type { Problem, Rejection } from '../../shared/domain/upload.ts';
import type { LocalFile } from './local-file.ts';
import { printable } from './printable.ts';
import type { Style } from './style.ts';
import { numberText } from './text-table.ts';

/** More would push the first ones out of sight. */
const MAX_SHOWN_PROBLEMS = 20;

/** What is wrong with a file, where, and what to do. Problems carry no value of the file. */
export function problemsText(
  file: LocalFile,
  { reason, problems, totalProblems }: Rejection,
  style: Style,
): string {
  const shown = problems.slice(0, MAX_SHOWN_PROBLEMS);
  const more = totalProblems - shown.length;
  return [
    style('red', `${printable(file.path)} is rejected: ${reason}`),
    ...shown.map(
      (problem) => `  ${placeOf(problem)}expected ${problem.expected}\n    ${style('dim', problem.fix)}`,
    ),
    ...(more > 0 ? [`  and ${numberText(more)} more ${more === 1 ? 'problem' : 'problems'}`] : []),
  ].join('\n');
}

function placeOf({ path, line, column }: Problem): string {
  const place = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(column === null ? [] : [`column ${column}`]),
    ...(path === null ? [] : [path]),
  ].join(', ');
  return place === '' ? '' : `${place}: `;
}
