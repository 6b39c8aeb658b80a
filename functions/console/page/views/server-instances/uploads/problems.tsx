import type { Problem } from '../../../api/uploads.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Written } from '../../../components/written.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { withVisibleControls } from '../../../language/shown-text.ts';
import { placeOf } from './problem-place.ts';
import './problems.css';

/** As many as are read at a glance. */
const SHOWN_AT_ONCE = 10;

interface ProblemsProps {
  /** The first hundred. */
  readonly problems: readonly Problem[];
  readonly total: number;
}

/** What is wrong with a file: where, what was expected, and what to do. */
export function Problems({ problems, total }: ProblemsProps) {
  const translator = useTranslator();
  if (problems.length === 0) return null;
  const title =
    total > problems.length
      ? translator.text('uploads.problems-listed', { listed: problems.length, total })
      : translator.text('uploads.problems', { count: total });
  return (
    <Disclosure summary={title} initiallyOpen={problems.length <= SHOWN_AT_ONCE}>
      {() => <ProblemTable title={title} problems={problems} />}
    </Disclosure>
  );
}

interface ProblemTableProps {
  readonly title: string;
  readonly problems: readonly Problem[];
}

function ProblemTable({ title, problems }: ProblemTableProps) {
  const translator = useTranslator();
  const columns: [Column<Problem>, ...Column<Problem>[]] = [
    { id: 'place', header: translator.text('uploads.place'), cell: (problem) => <Place problem={problem} /> },
    {
      id: 'expected',
      header: translator.text('uploads.expected'),
      long: true,
      cell: ({ expected }) => <ApiText text={expected} />,
    },
    {
      id: 'fix',
      header: translator.text('uploads.fix'),
      long: true,
      cell: ({ fix }) => <ApiText text={fix} />,
    },
  ];
  return (
    <div class="problems-table">
      <DataTable
        caption={title}
        columns={columns}
        rows={problems}
        rowKey={({ path, line, column, expected }) => `${path} ${line} ${column} ${expected}`}
      />
    </div>
  );
}

/** In the API's own words, which are English. */
function ApiText({ text }: { readonly text: string }) {
  return (
    <div class="outcome" lang="en" dir="auto">
      {withVisibleControls(text)}
    </div>
  );
}

function Place({ problem }: { readonly problem: Problem }) {
  const translator = useTranslator();
  return (
    <>
      {placeOf(problem, translator)}
      {problem.path !== null && (
        <>
          <br />
          <Written code text={problem.path} />
        </>
      )}
    </>
  );
}
