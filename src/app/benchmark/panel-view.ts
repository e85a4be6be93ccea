import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { liftReleases } from '../../benchmark/disclosure/lift-releases.ts';
import { once } from '../../benchmark/disclosure/once.ts';
import { releasesFor } from '../../benchmark/disclosure/releases-for.ts';
import { type KeptAnswers, keptAnswers } from '../../benchmark/kept/kept-answers.ts';
import { type KeptReleases, keptReleases } from '../../benchmark/kept/kept-releases.ts';
import { isPanelGround, type PanelGround, panelGround } from '../../benchmark/kept/panel-ground.ts';
import { type OpenPanel, openPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { panelReplaced } from '../../benchmark/panel/panel-replaced.ts';
import { takePanel } from '../../benchmark/panel/take-panel.ts';
import { provenViewer } from '../../benchmark/register/groups/proven-viewer.ts';
import { viewerOf } from '../../benchmark/register/groups/viewer.ts';
import { registerFiles, registerFolder } from '../../benchmark/register/register-files.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import type { Pack } from '../../pack/pack.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import { closedAssessments } from '../workspace/closed-assessments.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';

/** What one organisation may see of a panel. */
export interface PanelView extends KeptReleases {
  readonly panel: Panel;
  readonly ground: PanelGround;
}

/** A panel as it is held open, and those who look at it. */
interface Held {
  readonly stamp: string;
  readonly open: () => Promise<OpenPanel>;
  readonly looks: Map<
    string,
    { readonly key: string; readonly kept: KeptAnswers; readonly releases: KeptReleases }
  >;
  users: number;
  letGo: boolean;
  readonly close: () => void;
}

const held = new WeakMap<Workspace, Map<string, Held>>();

/**
 * Works on what an organisation may see of a panel. The panel is opened when a figure is first wanted that is not kept,
 * stays open for the next who asks while the workspace is, and is opened anew when its rows or the register changed.
 * Where the panel was changed since it was chosen, the work is done once more, on what it is now.
 * @throws Problem PANEL_BROKEN, WORKSPACE_BROKEN, DUCKDB_MISSING, PACK_BROKEN; UNKNOWN_PANEL for one that was taken away
 *   since it was chosen, WORKSPACE_BUSY for one that keeps changing
 */
export async function withPanelView<T>(
  workspace: Workspace,
  panel: Panel,
  organisation: Organisation,
  work: (view: PanelView) => Promise<T>,
): Promise<T> {
  try {
    return await inPanelView(workspace, panel, organisation, work);
  } catch (thrown) {
    const now = takePanel(panelsFolder(workspace), panel.id);
    if (isSame(now, panel)) throw thrown;
    return inPanelView(workspace, now, organisation, work);
  }
}

async function inPanelView<T>(
  workspace: Workspace,
  panel: Panel,
  organisation: Organisation,
  work: (view: PanelView) => Promise<T>,
): Promise<T> {
  const pack = workspace.pack(panel.framework);
  const at = heldPanel(workspace, panel, pack);
  const returns =
    panel.access === 'public'
      ? []
      : closedAssessments(workspace, organisation.id).filter(
          ({ framework }) => framework === panel.framework,
        );
  at.users += 1;
  try {
    const look = lookOf(workspace, at, { panel, organisation, pack, returns });
    const ground = await look.kept.answer('ground', isPanelGround, async () => {
      const open = await at.open();
      const { proven, releases } = await viewing(open, organisation, returns, pack);
      return panelGround(open, proven, releases);
    });
    const answer = await work({ panel, ground, ...look.releases });
    look.kept.save();
    return answer;
  } finally {
    at.users -= 1;
    if (at.letGo && at.users === 0) at.close();
  }
}

function heldPanel(workspace: Workspace, panel: Panel, pack: Pack): Held {
  const mine = held.get(workspace) ?? new Map<string, Held>();
  if (!held.has(workspace)) {
    held.set(workspace, mine);
    workspace.whenClosed(() => {
      for (const each of mine.values()) each.close();
      mine.clear();
    });
  }
  const stamp = stampOf(workspace, panel, pack);
  const known = mine.get(panel.id);
  if (known?.stamp === stamp) return known;
  if (known !== undefined) {
    known.letGo = true;
    if (known.users === 0) known.close();
  }
  const made = hold(workspace, panel, { stamp, levels: pack.framework.levels.map(({ level }) => level) });
  mine.set(panel.id, made);
  return made;
}

function hold(
  workspace: Workspace,
  panel: Panel,
  { stamp, levels }: { readonly stamp: string; readonly levels: readonly number[] },
): Held {
  let opened: OpenPanel | null = null;
  let closed = false;
  const opening = once(async (id: string) => {
    const open = await openPanel(panelFolder(panelsFolder(workspace), id), {
      register: registerFolder(workspace.folder),
      levels,
    });
    if (!isSame(open.panel, panel)) {
      open.close();
      throw panelReplaced(id);
    }
    if (closed) open.close();
    opened = open;
    return open;
  });
  return {
    stamp,
    open: () => opening(panel.id),
    looks: new Map(),
    users: 0,
    letGo: false,
    close: () => {
      closed = true;
      opened?.close();
      opened = null;
    },
  };
}

function lookOf(
  workspace: Workspace,
  at: Held,
  {
    panel,
    organisation,
    pack,
    returns,
  }: {
    readonly panel: Panel;
    readonly organisation: Organisation;
    readonly pack: Pack;
    readonly returns: readonly Assessment[];
  },
) {
  const { id, name } = organisation;
  const key = sumOf(JSON.stringify([at.stamp, id, name, returns]));
  const known = at.looks.get(id);
  if (known?.key === key) return known;
  const who = sumOf(id).slice(0, 16);
  const folder = panelFolder(panelsFolder(workspace), panel.id);
  const kept = keptAnswers({ folder, name: `given-${who}`, key });
  const open = once(async (_: string): Promise<KeptReleases> => {
    const opened = await at.open();
    const { releases } = await viewing(opened, organisation, returns, pack);
    return { ...releases, lifts: (period) => liftReleases(opened, pack, period) };
  });
  const look = { key, kept, releases: keptReleases(kept, () => open(id)) };
  at.looks.set(id, look);
  return look;
}

async function viewing(
  open: OpenPanel,
  organisation: Organisation,
  returns: readonly Assessment[],
  { causes }: Pick<Pack, 'causes'>,
) {
  const proven = await provenViewer(open, await viewerOf(open.database, organisation), returns);
  const { viewer } = proven;
  const known = open.panel.access === 'public' ? viewer.registered : null;
  return { proven, releases: await releasesFor(open, viewer.organisation ?? known, viewer, causes) };
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether two are a panel of the same rows, told in the same way. */
function isSame(one: Panel, other: Panel): boolean {
  return one.version === other.version && one.access === other.access && one.framework === other.framework;
}

/** Changes with the panel's rows, the register, the rules and the code that decides. */
function stampOf({ folder }: Workspace, { version, access }: Panel, { sha256 }: Pack): string {
  const register = join(registerFolder(folder), registerFiles.register);
  const known = existsSync(register) ? readFileSync(register, 'utf8') : '';
  return sumOf(JSON.stringify([version, access, known, sha256, codeStamp()]));
}

let stamped: string | null = null;

function codeStamp(): string {
  const path = fileURLToPath(new URL('../../benchmark', import.meta.url));
  stamped ??= readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[jt]s$/.test(name))
    .sort()
    .map((name) => {
      const { size, mtimeMs } = statSync(join(path, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .join('\n');
  return stamped;
}
