import { sentenceOfRefusal } from '../../../contract/shape/refusalSentences.ts'
import { checkListLines, type NewLine, tidyLine } from '../../../domain/campaign/draw/checkListLine.ts'
import { type DrawPurpose, purposeNames } from '../../../domain/campaign/draw/drawPurpose.ts'
import { numberLines } from '../../../domain/campaign/draw/numberLines.ts'
import { isRefusal, refuse, type Refusal } from '../../../domain/kernel/refusal.ts'
import { findList, insertList, type StoredList } from './drawList.store.ts'
import { sha256 } from '../../../files/sha256.ts'
import { textOfList, type UnitList } from './presentList.ts'
import { viewUnitLists } from './viewLists.ts'
import type { Served } from '../../platform/http/serveRoutes.ts'
import { staleRevision } from '../../platform/change/staleRevision.ts'

/**
 * Saves a draw list as a new version; `version` is the latest one seen, 0 for none. A frozen version
 * never changes; a later version has its own fingerprint. `drawListEmpty`, `drawListFaulty`,
 * `drawListSame`, `staleRevision`.
 */
export async function saveList({
  context,
  actor,
  change,
  params: key,
  body: { version, lines },
}: Served<'PUT /api/years/:year/units/:unit/draw-lists/:purpose'>): Promise<UnitList | Refusal> {
  if ((await context.years.nameOf(key.year, key.unit)) === undefined)
    return refuse('noSuchUnit', { unit: key.unit })
  const checked = checkLines(key.purpose, lines)
  if (isRefusal(checked)) return checked
  const saved = await change(async tx => {
    const before = await findList(tx, key)
    if ((before?.version ?? 0) !== version) return stale(key.purpose, before)
    const numbered = numberLines(checked, before?.lines ?? [])
    const fingerprint = sha256(textOfList(key, numbered))
    if (before?.fingerprint === fingerprint) return refuse('drawListSame', { version })
    const list = { ...key, version: version + 1, lines: numbered, count: numbered.length, fingerprint }
    const isNew = await insertList(tx, { ...list, savedBy: actor.name, savedAt: context.now().toISOString() })
    if (!isNew) return stale(key.purpose, await findList(tx, key))
    const values = {
      purpose: purposeNames[key.purpose],
      version: list.version,
      count: list.count,
      fingerprint,
    }
    return { answer: null, events: [{ kind: 'drawListSaved', year: key.year, unit: key.unit, values }] }
  })
  if (isRefusal(saved)) return saved
  const lists = await viewUnitLists(context, key.year, key.unit)
  return isRefusal(lists) ? lists : lists.lists.find(list => list.purpose === key.purpose)!
}

function checkLines(purpose: DrawPurpose, lines: readonly NewLine[]): readonly NewLine[] | Refusal {
  if (lines.length === 0) return refuse('drawListEmpty', {})
  const tidied = lines
    .map(tidyLine)
    .map(line => (purpose === 'branch' ? { id: line.id, name: line.name } : line))
  const { refused } = checkListLines(tidied.map((line, at) => ({ row: at + 1, text: line.name, line })))
  const [first] = refused
  return first === undefined
    ? tidied
    : refuse('drawListFaulty', { row: first.row, why: sentenceOfRefusal(first.why) })
}

function stale(purpose: DrawPurpose, latest: StoredList | undefined): Refusal {
  const what = `${purposeNames[purpose]}名单`
  if (latest === undefined) return refuse('notFound', { what })
  return staleRevision(what, latest.savedBy, latest.savedAt)
}
