import { useApi } from '../../../api/api-context.tsx';
import { readUpload, type UploadSummary, type UploadsBody } from '../../../api/uploads.ts';
import { type Loaded, useLoaded } from '../../../api/use-loaded.ts';
import { Age } from '../../../components/age.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Pagination } from '../../../components/pagination.tsx';
import { Panel } from '../../../components/panel.tsx';
import { State } from '../../../components/state.tsx';
import { useTranslator } from '../../../language/language-context.tsx';
import { hrefWith, pageOf, type Route } from '../../../router/route.ts';
import { PER_PAGE } from '../listings.ts';
import { SourceName } from '../source-name.tsx';
import { UploadOutcome } from './upload-outcome.tsx';
import { UploadState } from './upload-state.tsx';
import { UploadedFile } from './uploaded-file.tsx';
import './uploads-panel.css';

interface UploadsPanelProps {
  readonly uploads: Loaded<UploadsBody>;
  readonly route: Route;
}

/** What became of every file, newest first. */
export function UploadsPanel({ uploads, route }: UploadsPanelProps) {
  const translator = useTranslator();
  return (
    <Panel title={translator.text('uploads.title')}>
      <Loading of={uploads}>
        {({ uploads: listed, total_count: total }) =>
          total === 0 ? (
            <State icon="upload" title={translator.text('uploads.empty.title')}>
              <p>{translator.text('uploads.empty.next')}</p>
            </State>
          ) : (
            <>
              <UploadsTable uploads={listed} />
              <Pagination
                page={pageOf(route, 'uploads')}
                perPage={PER_PAGE}
                total={total}
                hrefOfPage={(page) => hrefWith(route, { uploads: String(page) })}
              />
            </>
          )
        }
      </Loading>
    </Panel>
  );
}

function UploadsTable({ uploads }: { readonly uploads: readonly UploadSummary[] }) {
  const translator = useTranslator();
  const columns: [Column<UploadSummary>, ...Column<UploadSummary>[]] = [
    {
      id: 'file',
      header: translator.text('uploads.file'),
      cell: (upload) => <UploadedFile upload={upload} />,
    },
    {
      id: 'source',
      header: translator.text('uploads.source'),
      cell: ({ source }) => (source === null ? '–' : <SourceName source={source} />),
    },
    {
      id: 'received',
      header: translator.text('uploads.received'),
      cell: ({ received_at: receivedAt }) => <Age of={receivedAt} />,
    },
    {
      id: 'outcome',
      header: translator.text('uploads.outcome'),
      long: true,
      cell: (upload) => <Outcome upload={upload} />,
    },
  ];
  return (
    <div class="uploads-table">
      <DataTable
        caption={translator.text('uploads.title')}
        columns={columns}
        rows={uploads}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

function Outcome({ upload: { id, state } }: { readonly upload: UploadSummary }) {
  const translator = useTranslator();
  return (
    <div class="outcome">
      <UploadState state={state} />
      <Disclosure summary={translator.text('uploads.details')}>
        {/* Of another state there is other to tell. */}
        {() => <OutcomeDetails key={state} id={id} />}
      </Disclosure>
    </div>
  );
}

function OutcomeDetails({ id }: { readonly id: string }) {
  const api = useApi();
  const upload = useLoaded((signal) => readUpload(api, id, signal), [id]);
  return <Loading of={upload}>{(told) => <UploadOutcome upload={told} />}</Loading>;
}
