import type { ExplanationKind } from '../../../domain/explain/explanationKinds.ts'
import { ballotsView } from './ballotsView.tsx'
import { bonusView } from './bonusView.tsx'
import { componentView } from './componentView.tsx'
import { compositeView } from './compositeView.tsx'
import { consequenceView } from './consequenceView.tsx'
import { conversionView } from './conversionView.tsx'
import { decidedView } from './decidedView.tsx'
import { discretionaryView } from './discretionaryView.tsx'
import { flatView } from './flatView.tsx'
import { gradeView } from './gradeView.tsx'
import { heldView } from './heldView.tsx'
import { inspectionView } from './inspectionView.tsx'
import { ledgerView } from './ledgerView.tsx'
import { ledgerItemView } from './ledgerItemView.tsx'
import { measureView } from './measureView.tsx'
import { missingView } from './missingView.tsx'
import { parallelView } from './parallelView.tsx'
import { perOccurrenceView } from './perOccurrenceView.tsx'
import { perShortfallView } from './perShortfallView.tsx'
import { personOccasionView } from './personOccasionView.tsx'
import { quotaView } from './quotaView.tsx'
import { quotaGradingView } from './quotaGradingView.tsx'
import { rangeView } from './rangeView.tsx'
import { rankToPointsView } from './rankToPointsView.tsx'
import { ratioToBestView } from './ratioToBestView.tsx'
import { renormalisedView } from './renormalisedView.tsx'
import { resultView } from './resultView.tsx'
import { roundingView } from './roundingView.tsx'
import { rowView } from './rowView.tsx'
import { rubricView } from './rubricView.tsx'
import { sectionCapView } from './sectionCapView.tsx'
import { standingView } from './standingView.tsx'
import { stepsView } from './stepsView.tsx'
import { surveyView } from './surveyView.tsx'
import { surveyGroupView } from './surveyGroupView.tsx'
import { tiersView } from './tiersView.tsx'
import { totalCapView } from './totalCapView.tsx'
import { vetoView } from './vetoView.tsx'
import { voterClassView } from './voterClassView.tsx'
import { zeroRowView } from './zeroRowView.tsx'
import type { View } from './View.ts'

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
  decided: decidedView,
  rounding: roundingView,
  ratioToBest: ratioToBestView,
  rankToPoints: rankToPointsView,
  renormalised: renormalisedView,
  veto: vetoView,
  held: heldView,
  inspection: inspectionView,
  rubric: rubricView,
  sectionCap: sectionCapView,
  totalCap: totalCapView,
  row: rowView,
  ledger: ledgerView,
  ledgerItem: ledgerItemView,
  quotaGrading: quotaGradingView,
  survey: surveyView,
  surveyGroup: surveyGroupView,
  ballots: ballotsView,
  voterClass: voterClassView,
  measure: measureView,
  flat: flatView,
  perOccurrence: perOccurrenceView,
  personOccasion: personOccasionView,
  perShortfall: perShortfallView,
  discretionary: discretionaryView,
  range: rangeView,
  parallel: parallelView,
  steps: stepsView,
  tiers: tiersView,
  zeroRow: zeroRowView,
  bonus: bonusView,
}
