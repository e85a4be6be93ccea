import { chart, listDashboards } from '../src/app/charts/chart.ts';
import type { Workspace } from '../src/app/workspace/workspace.ts';
import { createApp } from '../src/server/app.ts';
import { sideBySide } from '../src/speed/side-by-side.ts';
import { line } from './times.ts';

const port = 8080;

/** The overview page and each chart, from a server and a workspace that have answered before. */
export async function benchPages(workspace: Workspace, organisation: string): Promise<readonly string[]> {
  const app = await createApp(workspace, { port: () => port });
  try {
    const page = async (url: string) => {
      const { statusCode } = await app.inject({ url, headers: { host: `localhost:${port}` } });
      if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}`);
    };
    const charts = (await listDashboards(workspace)).map(({ id }) => ({
      name: `chart ${id}, svg`,
      work: () => chart(workspace, { dashboard: id, view: { organisation } }, { format: 'svg' }),
    }));
    const health = 'health, which does nothing';
    const overview = 'overview page, with its three charts';
    const times = await sideBySide(
      [
        { name: health, work: () => page('/health/live') },
        { name: overview, work: () => page(`/${organisation}`) },
        ...charts,
      ],
      { rounds: 20, unmeasured: 5 },
    );
    return [
      'Pages and charts, warm',
      line(health, times.get(health)),
      line(overview, times.get(overview)),
      ...charts.map(({ name }) =>
        line(name, times.get(name), { name: 'the page', times: times.get(overview) }),
      ),
    ];
  } finally {
    await app.close();
  }
}
