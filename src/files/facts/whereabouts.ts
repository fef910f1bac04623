import type { FactsList, FactsSheet } from './factsColumn.ts'
import type { Place } from '../lists/place.ts'

/** Places of list items in the file: `at` is a row of a sheet, or an index in a list of a text file. */
export interface Whereabouts {
  /** returns the place of an item, or of one of its fields. */
  place(list: FactsList, at: number, field?: string): Place
  /** returns the same in a few words, for an item that another one duplicates. */
  where(list: FactsList, at: number): string
}

/** Creates the places of a workbook. */
export function inWorkbook(layouts: readonly FactsSheet[]): Whereabouts {
  const byList = new Map(layouts.map(layout => [layout.list, layout]))
  return {
    place(list, at, field) {
      const layout = byList.get(list)
      const column = layout?.columns.find(each => each.field === field)
      return {
        row: at,
        ...(layout ? { sheet: layout.name } : {}),
        ...(column ? { column: column.header } : {}),
      }
    },
    where: (_list, at) => `第${at}行`,
  }
}

/** Places in a text file: findings[3].count, roster.units[0]. */
export const inText: Whereabouts = {
  place: (list, at, field) => ({ path: `${pathOf(list)}[${at}]${field === undefined ? '' : `.${field}`}` }),
  where: (list, at) => `${pathOf(list)}[${at}]`,
}

function pathOf(list: FactsList): string {
  return list === 'units' || list === 'holders' ? `roster.${list}` : list
}
