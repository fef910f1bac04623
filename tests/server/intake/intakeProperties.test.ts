import fc from 'fast-check'
import { expect, test } from 'vitest'
import { demoYear } from '../../../src/demo/demoYear.ts'
import { factsRows } from '../../../src/files/facts/factsRows.ts'
import { factsSheets } from '../../../src/files/facts/factsSheets.ts'
import { inWorkbook } from '../../../src/files/facts/whereabouts.ts'
import type { CellPlan, SheetPlan } from '../../../src/files/xlsx/sheetPlan.ts'
import { writeWorkbook } from '../../../src/files/xlsx/writeWorkbook.ts'
import type { CycleFacts } from '../../../src/domain/year/facts/facts.ts'
import { canonicalText } from '../../../src/domain/kernel/ids.ts'
import type { IntakeChoice } from '../../../src/contract/intake/intakeRoutes.ts'
import type { FactLists, PlacedFacts } from '../../../src/server/office/intake/worker/planFacts.ts'
import {
  type BothSides,
  defaultChoice,
  planIntake,
  type PlannedWork,
} from '../../../src/server/office/intake/worker/planIntake.ts'
import { type FileRead, readFile } from '../../../src/server/office/intake/worker/readFile.ts'
import type { FactKind } from '../../../src/server/year/year.tables.ts'
import { xiangxi } from '../../readers/aYear.ts'
import { sized } from '../../longRun.ts'

const made = demoYear({ seed: 9, units: 12, scheme: xiangxi })
const thin: CycleFacts = {
  ...made.facts,
  ledger: made.facts.ledger.slice(0, 60),
  sheets: made.facts.sheets.slice(0, 5),
}
const sheets: readonly SheetPlan[] = [
  { name: '填表说明', columns: [], rows: [['考核年度', xiangxi.cycle]] },
  ...factsSheets(xiangxi).map(layout => ({
    name: layout.name,
    columns: [],
    rows: [
      layout.columns.map(column => column.header),
      ...factsRows(layout, { roster: made.roster, facts: thin }, xiangxi),
    ],
  })),
]
const whereabouts = inWorkbook(factsSheets(xiangxi).filter(layout => layout.list !== 'history'))

const junk = fc.oneof(
  fc.constantFrom<CellPlan>(
    null,
    '',
    '没有的单位',
    '=1+1',
    -1,
    1.5,
    1e12,
    true,
    '2018-13-01',
    '第九季度',
    '四.4',
  ),
  fc.string({ maxLength: 8 }).map(text => [...text].filter(sign => sign >= ' ').join('')),
)

/** The workbook with some cells spoilt, some rows written twice and some left out. */
const mangled = fc
  .array(
    fc.record({
      sheet: fc.nat(),
      row: fc.nat(),
      column: fc.nat(),
      put: junk,
      how: fc.constantFrom('cell', 'cell', 'twice', 'without'),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map(edits => {
    const copies = sheets.map(sheet => ({ ...sheet, rows: sheet.rows.map(row => [...row]) }))
    for (const { sheet, row, column, put, how } of edits) {
      const { rows } = copies[1 + (sheet % (copies.length - 1))]!
      if (rows.length < 2) continue
      const at = 1 + (row % (rows.length - 1))
      if (how === 'twice') rows.push([...rows[at]!])
      else if (how === 'without') rows.splice(at, 1)
      else rows[at]![column % rows[0]!.length] = put
    }
    return copies
  })

const readOf = async (plans: readonly SheetPlan[]): Promise<FileRead> =>
  readFile(
    await writeWorkbook({ title: '示范', madeOn: '2018-01-01', sheets: plans }),
    xiangxi,
    { units: [], holders: [] },
    () => {},
  )

const listsOf = ({ facts, places }: Pick<FileRead, 'facts' | 'places'>): FactLists =>
  new Map(
    (Object.keys(places) as FactKind[]).map(kind => [kind, { bodies: facts[kind], places: places[kind] }]),
  )

const EMPTY: BothSides['before'] = {
  roster: { units: [], holders: [] },
  facts: new Map(),
  history: { years: [] },
  sealed: [],
}

/** The year after a plan was written into it, as the commit writes it. */
function after(before: BothSides['before'], read: FactLists, work: PlannedWork): BothSides['before'] {
  const units = new Map(before.roster.units.map(unit => [unit.id, unit]))
  for (const id of work.remove) units.delete(id)
  for (const unit of work.put) units.set(unit.id, unit)
  const anew = new Set([...work.held, ...work.remove])
  const facts = new Map<FactKind, PlacedFacts>()
  for (const kind of new Set([...before.facts.keys(), ...read.keys()])) {
    const [gone, skip] = [new Set(work.withdraw[kind]), new Set(work.skip[kind])]
    const held = before.facts.get(kind) ?? { bodies: [], places: [] }
    const kept = held.bodies.filter((_, at) => !gone.has(held.places[at]!))
    const added = work.kinds.includes(kind) ? read.get(kind)!.bodies.filter((_, at) => !skip.has(at)) : []
    const bodies = [...kept, ...added]
    facts.set(kind, { bodies, places: bodies.map((_, at) => at + 1) })
  }
  return {
    roster: {
      units: [...units.values()],
      holders: [...before.roster.holders.filter(one => !anew.has(one.unit)), ...work.holders],
    },
    facts,
    history: before.history,
    sealed: before.sealed,
  }
}

test('rows in = accepted + refused, however the workbook was altered, and each refusal gives place and reason', async () => {
  await fc.assert(
    fc.asyncProperty(mangled, async plans => {
      const { reading, refused } = await readOf(plans)
      expect(reading.rows.in).toBe(reading.rows.accepted + reading.rows.refused)
      expect(reading.reasons).toBe(refused.length)
      expect(reading.rows.refused === 0 || refused.length > 0).toBe(true)
      for (const line of refused) expect(line.reason).toMatch(/\p{Script=Han}/u)
    }),
    { numRuns: sized(300, 8) },
  )
})

test('what is planned adds up; planned again after writing, nothing is left to write', async () => {
  const whole = await readOf(sheets)
  const full = planned(EMPTY, whole)
  const standing = after(EMPTY, listsOf(whole), full.work)
  await fc.assert(
    fc.asyncProperty(
      mangled,
      fc.constantFrom('add', 'replace'),
      fc.boolean(),
      async (plans, how, onEmpty) => {
        const file = await readOf(plans)
        const before = onEmpty ? EMPTY : standing
        const { plan, work, refused } = planned(before, file, { facts: how })
        for (const { kind, read, added, same, refused: clashes } of plan.facts) {
          expect(added + same + clashes).toBe(read)
          expect(read).toBe(file.facts[kind].length)
        }
        expect(refused.length).toBeGreaterThanOrEqual(plan.facts.reduce((sum, kind) => sum + kind.refused, 0))
        if (plan.blockersTotal > 0) return
        const then = after(before, listsOf(file), work)
        const again = planned(then, file, { facts: how, roster: 'add' })
        expect(again.plan.nothingNew).toBe(true)
        expect(factsOf(after(then, listsOf(file), again.work))).toEqual(factsOf(then))
      },
    ),
    { numRuns: sized(300, 8) },
  )
})

function planned(
  before: BothSides['before'],
  file: FileRead,
  change: Partial<IntakeChoice> = {},
): ReturnType<typeof planIntake> {
  const read = { roster: file.roster, facts: listsOf(file), history: file.history }
  return planIntake(
    { scheme: xiangxi, before, read, whereabouts },
    { ...defaultChoice(read, before.roster), ...change },
  )
}

function factsOf({ facts, roster }: BothSides['before']): readonly string[] {
  return [...[...facts.values()].flatMap(list => list.bodies), ...roster.units, ...roster.holders]
    .map(canonicalText)
    .toSorted()
}
