import type { ExplanationKind } from '../../../domain/explain/explanationKinds.ts'
import { ballotsView } from './ballotsView.tsx'
import { componentView } from './componentView.tsx'
import { compositeView } from './compositeView.tsx'
import { consequenceView } from './consequenceView.tsx'
import { conversionView } from './conversionView.tsx'
import { gradeView } from './gradeView.tsx'
import { ledgerView } from './ledgerView.tsx'
import { ledgerItemView } from './ledgerItemView.tsx'
import { missingView } from './missingView.tsx'
import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import { quotaView } from './quotaView.tsx'
import { resultView } from './resultView.tsx'
import { roundingView } from './roundingView.tsx'
import { rowView } from './rowView.tsx'
import { rubricView } from './rubricView.tsx'
import { perCount, RuleLine } from './RuleLine.tsx'
import { sectionCapView } from './sectionCapView.tsx'
import { standingView } from './standingView.tsx'
import { surveyGroupView } from './surveyGroupView.tsx'
import { vetoView } from './vetoView.tsx'
import { voterClassView } from './voterClassView.tsx'
import { zeroRowView } from './zeroRowView.tsx'
import type { View } from './View.ts'

/** Shows a sentence with its points at the end. */
const figured: View = ({ node }) => <PlainPart node={node} figure={printFigure(node.points)} />

/** Shows a rule whose amount came about in one way. */
const bySum =
  (sum: string): View =>
  ({ node }) => <RuleLine node={node} sum={sum} />

/** Shows a rule that counts: so much × so many of a unit. */
const byCount =
  (unit: string): View =>
  ({ node }) => <RuleLine node={node} sum={perCount(node, unit)} />

/** 各种说明的样子. A kind of the engine without its view does not compile. */
export const explanationViews: { readonly [K in ExplanationKind]: View } = {
  result: resultView,
  grade: gradeView,
  standing: standingView,
  consequence: consequenceView,
  conversion: conversionView,
  composite: compositeView,
  component: componentView,
  quota: quotaView,
  missing: missingView,
  decided: figured,
  rounding: roundingView,
  ratioToBest: figured,
  rankToPoints: figured,
  renormalised: PlainPart,
  veto: vetoView,
  held: figured,
  inspection: PlainPart,
  rubric: rubricView,
  sectionCap: sectionCapView,
  totalCap: figured,
  row: rowView,
  ledger: ledgerView,
  ledgerItem: ledgerItemView,
  quotaGrading: figured,
  survey: figured,
  surveyGroup: surveyGroupView,
  ballots: ballotsView,
  voterClass: voterClassView,
  measure: PlainPart,
  flat: bySum('一次扣'),
  perOccurrence: byCount('项（次）'),
  personOccasion: byCount('人次'),
  perShortfall: byCount('次'),
  discretionary: bySum('视情节'),
  range: bySum('幅度内'),
  parallel: bySum('按档次'),
  steps: byCount('个步长'),
  tiers: bySum('按区间'),
  zeroRow: zeroRowView,
  bonus: bySum('加分'),
}
