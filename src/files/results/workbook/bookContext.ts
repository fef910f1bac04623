import type { CycleOutcome } from '../../../domain/score/appraiseCycle.ts'
import { rankingOf } from '../../../domain/score/rankingOf.ts'
import type { PreparedScheme } from '../../../domain/score/prepareScheme.ts'
import type { UnitResult } from '../../../domain/score/outcome.ts'
import { explainAt } from '../../../domain/explain/explainUnit.ts'
import type { Appraisee } from '../../../domain/year/roster/appointAppraisees.ts'
import type { Rounding } from '../../../domain/kernel/rounding.ts'
import { rankingName } from '../../../domain/score/rectification/listIssues.ts'
import { type Node, partsOf } from '../nodes.ts'
import type { WorkbookStream } from '../../xlsx/stream/workbookStream.ts'
import type { SheetNames } from '../../xlsx/sheetNames.ts'
import type { WorkbookStyles } from './workbookStyles.ts'

/** The context of the workbook, used by every table. */
export interface BookContext {
  readonly outcome: CycleOutcome
  readonly prepared: PreparedScheme
  readonly rounding: Rounding & { readonly roundComponents: boolean }
  readonly workbook: WorkbookStream
  readonly styles: WorkbookStyles
  readonly names: SheetNames
  /** number of appraisees. */
  readonly units: number
  readonly groups: readonly RankedGroup[]
  /** indexes of the appraisees, in the order of 序号. */
  readonly order: readonly number[]
  /**
   * `lookup`: tables find each other's lines by 序号, so figures stay correct when lines are sorted or
   * added. `direct`: formulas name the cells directly, since lookups would take minutes in a big
   * prefecture; such tables have no filter buttons.
   */
  readonly mode: 'lookup' | 'direct'
  /** figures have notes; only while there are not too many of them. */
  readonly noted: boolean
  readonly mostRows?: number | undefined
}

/** The members of one ranking, with consecutive 序号 from `first` to `last`. */
interface RankedGroup {
  readonly number: number
  readonly id: string
  readonly name: string
  readonly first: number
  readonly last: number
}

/** An appraisee in a table. */
export interface UnitLine {
  /** 序号 from 1, in the order of all tables: by ranking, then by place. */
  readonly number: number
  /** index among the outcome's appraisees. */
  readonly at: number
  readonly group: number
  readonly appraisee: Appraisee
  readonly result: UnitResult
  readonly tree: Node<'result'>
  readonly composite: Node<'composite'>
  readonly components: readonly Node<'component'>[]
  /** the row of the unit's line in each other table. */
  readonly rows: Map<string, number>
}

/** Orders the appraisees: ranking by ranking, best first, those without a place last; returns their indexes. */
export function orderUnits({ components, ranking }: CycleOutcome): {
  readonly order: readonly number[]
  readonly groups: readonly RankedGroup[]
} {
  const { prepared, appraisees } = components
  const scope = prepared.rulings.answer('rankingScope')
  const members = new Map<string, number[]>()
  appraisees.forEach((appraisee, at) => {
    const id = rankingOf(appraisee, scope)
    const group = members.get(id)
    if (group) group.push(at)
    else members.set(id, [at])
  })
  const place = (at: number): number => ranking.standings[at]?.place ?? Number.MAX_SAFE_INTEGER
  const order: number[] = []
  const groups = [...members].map(([id, group], index): RankedGroup => {
    const first = order.length + 1
    for (const at of group.toSorted((one, other) => place(one) - place(other) || one - other)) order.push(at)
    return { number: index + 1, id, name: rankingName(components, id), first, last: order.length }
  })
  return { order, groups }
}

/** Creates the line of an appraisee. */
export function lineOf(
  outcome: CycleOutcome,
  result: UnitResult,
  at: number,
  number: number,
  group: number,
): UnitLine {
  const { appraisee } = result
  const tree = explainAt(outcome, at)
  const composite = partsOf(tree, 'composite')[0]!
  return {
    number,
    at,
    group,
    appraisee,
    result,
    tree,
    composite,
    components: partsOf(composite, 'component'),
    rows: new Map(),
  }
}
