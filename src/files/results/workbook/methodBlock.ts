import type { Explained } from '../../../domain/kernel/explanation.ts'
import type { Method } from '../../../domain/scheme/component.ts'
import type { RubricView } from '../rubricViews.ts'
import type { Node } from '../nodes.ts'
import type { UnitLine } from './bookContext.ts'
import type { RubricFill } from './rubricColumns.ts'
import type { RatioFormula } from './exactFormula.ts'
import type { Here, TableColumn } from './table.ts'

/** A row of a component's table: an appraisee, or (below it) one of the rounds that its score is combined from. */
export interface ComponentLine {
  readonly unit: UnitLine
  readonly component: Node<'component'>
  /** the method of the component that scores the appraisee. */
  readonly method: Method | undefined
  /** the method's explanation node; absent where the score is missing. */
  readonly node: Explained | undefined
  /** absent on the line of an appraisee whose rounds are listed below it. */
  readonly view?: RubricView
  readonly fill?: RubricFill
  /** the line of the appraisee itself, which holds the score. */
  readonly isScore: boolean
  /** number of round lines below this one. */
  readonly below: number
}

/** The columns of a scoring method, and the exact score computed from them as a formula. */
export interface MethodBlock {
  readonly method: Method
  readonly columns: readonly TableColumn<ComponentLine>[]
  readonly ratio: (line: ComponentLine, here: Here) => RatioFormula | undefined
  /** the score before conversion has at most three decimals for any facts. */
  readonly wholeThousandths: boolean
  /** an appraisee may have several lines. */
  readonly rounds: boolean
}
