import { type FactFault, faultIn } from '../../domain/kernel/factFault.ts'
import { refuse } from '../../domain/kernel/refusal.ts'
import type { Holder, Unit } from '../../domain/year/roster/roster.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { createLexicon } from './lexicon.ts'
import { createTerms } from '../lists/matchNames.ts'
import { readSheet, type SheetContext, type SheetTask } from './readSheet.ts'
import type { RowValues } from './readValues.ts'
import { type Found, type RosterSettled, settleRoster } from './settleRoster.ts'
import type { Whereabouts } from './whereabouts.ts'

/** Reads the two roster sheets (名册): units first, resolving their lead units once all names are known, then holders; yields the rows done. (一) */
export function* readRosterSheets(
  tasks: { readonly units: SheetTask; readonly holders: SheetTask | undefined },
  scheme: Scheme,
  context: SheetContext,
  places: Whereabouts,
): Generator<number, RosterSettled> {
  const rows: Found<RowValues>[] = []
  const refused = new Set<string>()
  const keep = (values: RowValues, row: number): undefined => void rows.push({ item: values, at: row })
  yield* readSheet(tasks.units, context, keep, values => {
    for (const text of [values.id, values.name]) if (typeof text === 'string') refused.add(text)
  })
  const idOf = createTerms(rows.map(({ item }) => ({ id: String(item.id), name: String(item.name) })))
  const units = rows.map(({ item, at }): Found<Unit> => ({ item: unitOf(item, idOf), at }))
  const holders: Found<Holder>[] = []
  // with no unit at all every holder would be called unknown, and the one fault that matters lost among them
  const isLost = rows.length === 0 && context.log.refused.length > 0
  if (tasks.holders && !isLost) {
    const lexicon = createLexicon(scheme, { units: units.map(found => found.item), holders: [] }, refused)
    yield* readSheet(tasks.holders, { ...context, lexicon }, holderTaker(holders, places))
  }
  return settleRoster(units, holders, scheme, refused, places, context.log)
}

function unitOf(values: RowValues, idOf: (text: string) => string): Unit {
  const unit = { ...values } as unknown as Unit
  return {
    ...unit,
    leadUnit: unit.leadUnit === undefined ? undefined : idOf(unit.leadUnit),
    succeeds: unit.succeeds?.map(idOf),
  }
}

/** identifies a person without an id by name, provided that the name occurs in one unit only. */
function holderTaker(
  holders: Found<Holder>[],
  places: Whereabouts,
): (values: RowValues, row: number) => readonly FactFault[] | undefined {
  const nameless = new Map<string, { readonly unit: unknown; readonly row: number }>()
  return (values, row) => {
    const name = String(values.name)
    if (values.person === undefined) {
      const first = nameless.get(name)
      if (first && first.unit !== values.unit)
        return [
          faultIn('person', refuse('personNeedsId', { name, first: places.where('holders', first.row) })),
        ]
      if (!first) nameless.set(name, { unit: values.unit, row })
    }
    holders.push({ item: { ...values, person: values.person ?? name } as unknown as Holder, at: row })
    return undefined
  }
}
