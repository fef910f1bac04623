import { compareIds } from '../../kernel/ids.ts'
import { voids, worthOf } from '../../score/debrief/voidRules.ts'
import type { BallotForm, CastSheet, VoidReason } from './ballotForm.ts'
import { groupClasses } from './groupClasses.ts'
import { isInRange } from './markFaults.ts'
import { writeMark, type WrittenMark } from './sheetText.ts'

/** The count of a meeting (一次会议的计票结果): sheets by class, and the marks of each unit by class. Small classes are already merged or withheld. */
export interface MeetingCount {
  readonly classes: readonly ClassCount[]
  readonly units: readonly UnitCount[]
  /** Classes neither shown nor scored, for having fewer sheets than the least number. */
  readonly withheld: readonly string[]
}

/** The sheets of one class (一个票种的票数), or of several merged: by phone, on paper, and how many of them void for which reason. */
interface ClassCount {
  readonly voterClasses: readonly string[]
  readonly phone: number
  readonly paper: number
  readonly voided: readonly { readonly reason: VoidReason; readonly sheets: number }[]
}

/** The marks of one unit (一个单位的评价), by class. */
interface UnitCount {
  readonly unit: string
  readonly classes: readonly UnitClassCount[]
}

/** The marks of one unit in a class (某票种对一个单位的评价), sorted: from high to low, grades by the form's order. `unanimous`: all the same, so that each voter's own mark is known. */
interface UnitClassCount {
  readonly voterClasses: readonly string[]
  /** Points as decimals, or grade ids. */
  readonly marks: readonly Exclude<WrittenMark, null>[]
  readonly voided: number
  readonly abstained: number
  readonly unanimous: boolean
}

/**
 * Counts a meeting (计票): void sheets by R8 with the first reason that applies, abstentions apart, small
 * classes merged or withheld, each list of marks sorted by itself so that no sheet can be put together
 * again. (四（四）, R8)
 */
export function countSheets(
  form: BallotForm,
  phone: readonly CastSheet[],
  paper: readonly CastSheet[],
): MeetingCount {
  const judged = [
    ...phone.map(sheet => ({ sheet, isPaper: false })),
    ...paper.map(sheet => ({ sheet, isPaper: true })),
  ].map(one => ({ ...one, reason: voidReasonOf(form, one.sheet) }))
  const sizes = form.classes.map(({ id }) => {
    const own = judged.filter(({ sheet }) => sheet.voterClass === id)
    return { id, sheets: own.length, valid: own.filter(({ reason }) => reason === undefined).length }
  })
  const { groups, withheld } = groupClasses(sizes, form.smallClass)
  const sets = groups.map(voterClasses => ({
    voterClasses,
    sheets: judged.filter(({ sheet }) => voterClasses.includes(sheet.voterClass)),
  }))
  return {
    classes: sets.map(({ voterClasses, sheets }) => ({
      voterClasses,
      phone: sheets.filter(({ isPaper }) => !isPaper).length,
      paper: sheets.filter(({ isPaper }) => isPaper).length,
      voided: REASONS.map(reason => ({
        reason,
        sheets: sheets.filter(one => one.reason === reason).length,
      })).filter(one => one.sheets > 0),
    })),
    units: form.lines.map(({ unit }) => ({
      unit,
      classes: sets.map(({ voterClasses, sheets }) => ({ voterClasses, ...countUnit(form, unit, sheets) })),
    })),
    withheld,
  }
}

/** Returns why a sheet is void (废票原因), if it is. */
function voidReasonOf(form: BallotForm, sheet: CastSheet): VoidReason | undefined {
  if (sheet.faulty || sheet.marks.some(mark => !isInRange(form, mark))) return 'faulty'
  return form.voids.find(rule => voids(rule, sheet.marks, form.gradePoints))?.kind
}

/** Names of the void reasons (废票原因的名称). */
export const voidReasonNames: Readonly<Record<VoidReason, string>> = {
  allEqual: '对所有人的评价都相同',
  tooManyHigh: '高分或高等次超过限额',
  faulty: '不符合票样',
}

const REASONS = ['allEqual', 'tooManyHigh', 'faulty'] as const satisfies readonly VoidReason[]

function countUnit(
  form: BallotForm,
  unit: string,
  sheets: readonly { readonly sheet: CastSheet; readonly reason?: VoidReason }[],
): Omit<UnitClassCount, 'voterClasses'> {
  const marks: Exclude<WrittenMark, null>[] = []
  let [voided, abstained] = [0, 0]
  for (const { sheet, reason } of sheets) {
    const mark = sheet.marks.find(one => one.unit === unit)
    const written = writeMark(mark)
    if (reason !== undefined) voided += 1
    else if (mark === undefined || written === null || worthOf(mark, form.gradePoints) === null)
      abstained += 1
    else marks.push(written)
  }
  const placeOf = (mark: WrittenMark) => form.grades.findIndex(({ id }) => id === mark)
  marks.sort((one, other) =>
    typeof one === 'number' && typeof other === 'number'
      ? other - one
      : placeOf(one) - placeOf(other) || compareIds(String(one), String(other)),
  )
  return { marks, voided, abstained, unanimous: marks.length > 0 && marks.every(mark => mark === marks[0]) }
}
