import { type Diagnostic, diagnose } from '../kernel/diagnostics.ts';
import { matches, mismatches } from '../kernel/schema.ts';
import { type DatasetName, datasetFields, datasets, isDatasetName } from './catalogue.ts';
import { type ChartSpec, DashboardMeta, datasetsOfKind } from './dashboard.ts';
import { narrowSpec } from './narrow-spec.ts';
import { specFields } from './spec-fields.ts';

/** A dashboard file that was read: what it says of itself and the dataset it shows, unless there are errors. */
export interface CheckedFile {
  readonly parsed: {
    readonly file: string;
    readonly meta: DashboardMeta;
    readonly data: DatasetName;
    readonly spec: ChartSpec;
    /** The specification for little width; null where the file has none. */
    readonly narrow: ChartSpec | null;
  } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks one dashboard: its `usermeta.headroom`, that its data is a dataset of the catalogue and one of its kind,
 * that it takes data from nowhere else, and that every field that it reads is there.
 */
export function checkDashboard(file: string, spec: ChartSpec): CheckedFile {
  const usermeta = spec['usermeta'];
  const meta: unknown = isObject(usermeta) ? usermeta['headroom'] : undefined;
  if (!matches(DashboardMeta, meta))
    return {
      parsed: null,
      diagnostics: mismatches(DashboardMeta, meta).map(({ path, seen, message }) =>
        diagnose('dashboard/schema', {
          file,
          place: `/usermeta/headroom${path}`,
          seen,
          allowed: message,
          repair: 'Correct what the dashboard says of itself.',
        }),
      ),
    };
  const data = dataName(spec);
  if (!isDatasetName(data) || !datasetsOfKind[meta.kind].includes(data))
    return {
      parsed: null,
      diagnostics: [
        diagnose('dashboard/unknown-data', {
          file,
          place: '/data/name',
          seen: data === '' ? 'no name' : data,
          allowed: isDatasetName(data)
            ? `${datasetsOfKind[meta.kind].join(' or ')}, which is the data of a dashboard of kind ${meta.kind}`
            : Object.keys(datasets).join(', '),
          repair: 'Name the data, as in "data": {"name": "levels"}.',
        }),
      ],
    };
  const { spec: narrow, astray } =
    meta.narrow === undefined ? { spec: null, astray: [] } : narrowSpec(spec, meta.narrow);
  const faults = faultsOf(file, spec, data);
  const diagnostics = [
    ...faults,
    ...astray.map((place) => nowhere(file, place)),
    ...(narrow === null || faults.length > 0 ? [] : faultsOf(file, narrow, data)),
  ];
  return { parsed: diagnostics.length === 0 ? { file, meta, data, spec, narrow } : null, diagnostics };
}

function faultsOf(
  file: string,
  { usermeta: _usermeta, ...spec }: ChartSpec,
  data: DatasetName,
): readonly Diagnostic[] {
  return [...foreignData(file, spec), ...unknownFields(file, spec, data)];
}

function nowhere(file: string, place: string): Diagnostic {
  return diagnose('dashboard/schema', {
    file,
    place: '/usermeta/headroom/narrow',
    seen: place,
    allowed: 'a JSON Pointer to a place of the file, or to a new key of one',
    repair: 'Correct the pointer.',
  });
}

function dataName(spec: ChartSpec): string {
  const data = spec['data'];
  const name = isObject(data) && Object.keys(data).length === 1 ? data['name'] : undefined;
  return typeof name === 'string' ? name : '';
}

function foreignData(file: string, spec: ChartSpec): readonly Diagnostic[] {
  const { data: _named, datasets: inline, ...rest } = spec;
  const places = inline === undefined ? foreignPlaces(rest, '') : ['/datasets', ...foreignPlaces(rest, '')];
  return places.map((place) =>
    diagnose('dashboard/unknown-data', {
      file,
      place,
      seen: 'data or a link from elsewhere',
      allowed: 'the data that the dashboard names at its top',
      repair: 'Take it out: a dashboard shows what the catalogue holds.',
    }),
  );
}

const foreignKeys = new Set(['data', 'url', 'href']);

function foreignPlaces(value: unknown, place: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    foreignKeys.has(key) ? [`${place}/${key}`] : foreignPlaces(inner, `${place}/${key}`),
  );
}

function unknownFields(file: string, spec: ChartSpec, data: DatasetName): readonly Diagnostic[] {
  const { used, made } = specFields(spec);
  const known = datasetFields(data).map(({ name }) => name);
  return [...used]
    .filter((name) => !made.has(name) && !known.includes(name))
    .sort()
    .map((name) =>
      diagnose('dashboard/unknown-field', {
        file,
        place: `field ${name}`,
        seen: name,
        allowed: known.join(', '),
        repair: `Use a field of the data "${data}", or make it in a transform.`,
      }),
    );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
