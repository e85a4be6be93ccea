import { liftReleases } from '../../benchmark/disclosure/lift-releases.ts';
import { once } from '../../benchmark/disclosure/once.ts';
import { releasesFor } from '../../benchmark/disclosure/releases-for.ts';
import { type KeptAnswers, keptAnswers } from '../../benchmark/kept/kept-answers.ts';
import { type KeptReleases, keptReleases } from '../../benchmark/kept/kept-releases.ts';
import { isPanelGround, type PanelGround, panelGround } from '../../benchmark/kept/panel-ground.ts';
import { isSamePanel } from '../../benchmark/panel/is-same-panel.ts';
import type { OpenPanel } from '../../benchmark/panel/open-panel.ts';
import { panelFolder } from '../../benchmark/panel/panel-folder.ts';
import { takePanel } from '../../benchmark/panel/take-panel.ts';
import { provenViewer } from '../../benchmark/register/groups/proven-viewer.ts';
import { viewerOf } from '../../benchmark/register/groups/viewer.ts';
import { sha256 } from '../../kernel/canonical.ts';
import type { Assessment } from '../../model/assessment.ts';
import type { Organisation } from '../../model/organisation.ts';
import type { Panel } from '../../model/panel.ts';
import type { Pack } from '../../pack/pack.ts';
import { decidedFirst } from '../panel/decided-first.ts';
import { panelsFolder } from '../panel/panel-house.ts';
import type { Workspace } from '../workspace/workspace-interface.ts';
import { type HeldOpen, whileHeld } from './held-open.ts';
import { ownReturns } from './own-returns.ts';

/** What one organisation may see of a panel. */
export interface PanelView extends KeptReleases {
  readonly panel: Panel;
  readonly ground: PanelGround;
}

/** What one organisation was told of a panel as it is held open. */
interface Look {
  readonly key: string;
  readonly kept: KeptAnswers;
  readonly releases: KeptReleases;
}

const looks = new WeakMap<HeldOpen, Map<string, Look>>();

/**
 * Works on what an organisation may see of a panel. The panel is opened when a figure is first wanted that is not kept,
 * stays open for the next who asks while the workspace is, and is opened anew when its rows or the register changed.
 * Where the panel was changed since it was chosen, the work is done once more, on what it is now.
 * @throws Problem PANEL_UNDECIDED while it is worked out what may be told; PANEL_BROKEN, WORKSPACE_BROKEN,
 *   DUCKDB_MISSING, PACK_BROKEN; UNKNOWN_PANEL for one that was taken away
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
    if (isSamePanel(now, panel)) throw thrown;
    return inPanelView(workspace, now, organisation, work);
  }
}

/**
 * What a public panel calls one of its organisations, by any of its codes and names; null where it has none of that name.
 * @throws Error for a confidential panel, of which nobody is looked up; Problem as `withPanelView` does
 */
export async function publicMember(workspace: Workspace, panel: Panel, id: string): Promise<string | null> {
  if (panel.access !== 'public') throw new Error('organisations of a confidential panel are not looked up');
  return whileHeld(workspace, panel, async (at) => {
    const { database } = await at.open();
    return (await viewerOf(database, { id, name: id })).organisation;
  });
}

async function inPanelView<T>(
  workspace: Workspace,
  panel: Panel,
  organisation: Organisation,
  work: (view: PanelView) => Promise<T>,
): Promise<T> {
  const pack = workspace.pack(panel.framework);
  const { id } = organisation;
  const returns = panel.access === 'public' ? [] : ownReturns(workspace, { id, framework: panel.framework });
  return whileHeld(workspace, panel, async (at) => {
    const look = lookOf(workspace, at, { panel, organisation, pack, returns });
    const ground = await look.kept.answer('ground', isPanelGround, async () => {
      const open = await at.open();
      await decidedFirst(workspace, open);
      const { proven, releases } = await viewing(open, organisation, returns, pack);
      return panelGround(open, proven, releases);
    });
    const answer = await work({ panel, ground, ...look.releases });
    look.kept.save();
    return answer;
  });
}

/** Who looks at which panel. */
interface Looking {
  readonly panel: Panel;
  readonly organisation: Organisation;
  readonly pack: Pack;
  readonly returns: readonly Assessment[];
}

function lookOf(workspace: Workspace, at: HeldOpen, { panel, organisation, pack, returns }: Looking): Look {
  const { id, name } = organisation;
  const key = sha256(JSON.stringify([at.stamp, id, name, returns]));
  const mine = looks.get(at) ?? new Map<string, Look>();
  looks.set(at, mine);
  const known = mine.get(id);
  if (known?.key === key) return known;
  const who = sha256(id).slice(0, 16);
  const folder = panelFolder(panelsFolder(workspace), panel.id);
  const kept = keptAnswers({ folder, name: `given-${who}`, key });
  const open = once(async (_: string): Promise<KeptReleases> => {
    const opened = await at.open();
    await decidedFirst(workspace, opened);
    const { releases } = await viewing(opened, organisation, returns, pack);
    return { ...releases, lifts: (period) => liftReleases(opened, pack, period) };
  });
  const look: Look = { key, kept, releases: keptReleases(kept, () => open(id)) };
  mine.set(id, look);
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
