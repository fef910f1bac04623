import type { PreparedRubric } from './preparedRubric.ts'
import { rowPoints } from './rowPoints.ts'
import type { RowTally, Tally } from './tally.ts'

/** Scores a rubric (细则得分), in thousandths, from a filled tally: its rows, plus what section caps give back, held at the rubric's base when R3 says so. (附件) */
export function rubricPoints(rubric: PreparedRubric, tally: Tally): number {
  let total = rubric.start
  for (let each = 0; each < tally.rowsTouched; each++) {
    const own = tally.touchedRows[each]!
    total += tallyRow(rubric, own) - own.row.row.base
  }
  for (const givenBack of sectionGifts(rubric, tally)) total += givenBack
  return capTotal(rubric, total)
}

/** Scores a tallied row (归集后一行的得分). */
export function tallyRow({ bonusCap }: PreparedRubric, { row, deducted, bonus, isZeroed }: RowTally): number {
  return rowPoints(row, deducted, bonus, isZeroed, bonusCap)
}

/** Returns the points given back by section caps (核实项目扣分上限的返还): for each section with a cap, what its rows lost beyond it (bonuses excluded). */
export function sectionGifts(rubric: PreparedRubric, tally: Tally): readonly number[] {
  return rubric.sectionCaps.map(({ cap, rows }) => {
    let lost = 0
    for (const at of rows) {
      const { row, deducted, isZeroed } = tally.rows[at]!
      lost += Math.max(0, row.row.base - rowPoints(row, deducted, 0, isZeroed, rubric.bonusCap))
    }
    return Math.max(0, lost - cap)
  })
}

/** Applies the rubric's total cap (细则总分的上限): only uncapped bonuses pass the full mark, a row's own cap above its base does not. (R3) */
export function capTotal({ bonusCap, rubric }: PreparedRubric, total: number): number {
  return bonusCap === 'uncapped' ? total : Math.min(rubric.base, total)
}
