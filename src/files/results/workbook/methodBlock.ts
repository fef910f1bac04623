import type { Explained } from '../../../domain/kernel/explanation.ts'
import type { Method } from '../../../domain/scheme/component.ts'
import type { RubricView } from '../rubricViews.ts'
import type { Node } from '../nodes.ts'
import type { UnitLine } from './bookContext.ts'
import type { RubricFill } from './rubricColumns.ts'
import type { RatioFormula } from './exactFormula.ts'
import type { Here, TableColumn } from './table.ts'

/** 分项表的一行: an appraisee, or (below it) one of the rounds that its score is combined from. */
export interface ComponentLine {
  readonly unit: UnitLine
  readonly component: Node<'component'>
  /** which of the component's methods scores the appraisee. */
  readonly method: Method | undefined
  /** the method's own node; absent where the score is missing. */
  readonly node: Explained | undefined
  /** absent on the line of an appraisee whose rounds stand below it. */
  readonly view?: RubricView
  readonly fill?: RubricFill
  /** the appraisee's own line, which carries the score. */
  readonly isScore: boolean
  /** how many lines of rounds stand below this one. */
  readonly below: number
}

/** 一种计分方法的列, and the exact score that they make as a formula. */
export interface MethodBlock {
  readonly method: Method
  readonly columns: readonly TableColumn<ComponentLine>[]
  readonly ratio: (line: ComponentLine, here: Here) => RatioFormula | undefined
  /** the score before conversion has at most three decimals, whatever the facts. */
  readonly wholeThousandths: boolean
  /** an appraisee may have several lines. */
  readonly rounds: boolean
}
