import type { Method } from '../../domain/scheme/component.ts'
import { methodKind } from '../../domain/scheme/methods.ts'
import type { Scheme } from '../../domain/scheme/scheme.ts'
import { ballotCountLayout, ballotSheetLayout, gradingSheet, surveySheet } from './componentSheets.ts'
import type { FactsSheet } from './factsColumn.ts'
import { annualGradeSheet, decisionSheet, historySheet, vetoSheet } from './outcomeSheets.ts'
import {
  findingSheet,
  knowledgeTestSheet,
  ledgerSheet,
  measureSheet,
  visitSheet,
} from './inspectionSheets.ts'
import { holderSheet, unitSheet } from './rosterSheets.ts'

/** Name of the guide sheet, which also holds the cycle. */
export const GUIDE_SHEET = '填表说明'

/** Name of the sheet with the drop-down options. */
export const OPTIONS_SHEET = '选项'

/** Label of the cycle on the guide sheet; the year is in the next cell. */
export const CYCLE_LABEL = '考核年度'

/** Returns the sheets of the facts workbook: those that the scheme needs, in filling order. The only description of the layout. */
export function factsSheets(scheme: Scheme): readonly FactsSheet[] {
  const uses = (kind: Method['kind']): boolean =>
    scheme.components.some(component => component.methods.some(each => each.kind === kind))
  const inspected = scheme.components.some(({ methods }) => methods.some(one => methodKind(one).isInspected))
  const sheets: readonly (FactsSheet | false)[] = [
    unitSheet(scheme),
    holderSheet(scheme),
    inspected && visitSheet(scheme),
    (inspected || scheme.lists.length > 0) && findingSheet(scheme),
    scheme.counters.length > 0 && ledgerSheet(scheme),
    uses('quotaGrading') && gradingSheet(scheme),
    uses('survey') && surveySheet(scheme),
    uses('ballots') && ballotCountLayout(scheme),
    uses('ballots') && ballotSheetLayout(scheme),
    scheme.measures.length > 0 && measureSheet(scheme),
    inspected && knowledgeTestSheet(scheme),
    scheme.vetoes.length > 0 && vetoSheet(scheme),
    decisionSheet(scheme),
    scheme.annualGradeRules.length > 0 && annualGradeSheet(scheme),
    historySheet(scheme),
  ]
  return sheets.filter(sheet => sheet !== false)
}
