import type { Finding } from '../../../domain/year/facts/facts.ts'
import type { Day, Quarter } from '../../../domain/kernel/calendar.ts'
import type { SheetBody } from './sheetContent.ts'

/** The origin of a sheet, recorded in its facts. */
interface FindingOrigin {
  readonly unit: string
  readonly quarter: Quarter
  readonly by: 'committee' | 'leadUnit'
  readonly visitedOn: Day
  readonly inspectors: readonly string[]
}

/** Converts an entry from the phone to a finding in the shape of the domain; the reason of a discretionary amount starts its note. (R14) */
export function toFinding(
  {
    row,
    rule,
    count,
    amount,
    level,
    multiplier,
    persons,
    occasions,
    counter,
    occasion,
    project,
    reason,
    note,
    photos,
  }: SheetBody['findings'][number],
  { unit, quarter, by, visitedOn, inspectors }: FindingOrigin,
): Finding {
  const said = [reason, note].filter(text => text !== '').join('；')
  const evidence = photos.length === 0 ? '核查表' : `核查表，照片${photos.length}张`
  return {
    unit,
    row,
    rule,
    count,
    quarter,
    by,
    foundOn: visitedOn,
    author: inspectors.join('、'),
    evidence,
    amount,
    level,
    multiplier,
    persons,
    occasions,
    counter,
    occasion,
    project,
    ...(said === '' ? {} : { note: said }),
  }
}
