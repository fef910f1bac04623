import type { ExplanationKind } from '../../../domain/explain/explanationKinds.ts'
import { ballotsView } from './ballotsView.tsx'
import { componentView } from './componentView.tsx'
import { compositeView } from './compositeView.tsx'
import { ledgerView } from './ledgerView.tsx'
import { PlainPart } from './PlainPart.tsx'
import { printFigure } from './printFigure.ts'
import { rowView } from './rowView.tsx'
import { rubricView } from './rubricView.tsx'
import { perCount, RuleLine } from './RuleLine.tsx'
import { surveyGroupView } from './surveyGroupView.tsx'
import type { View } from './View.ts'
import { PartHead } from './PartHead.tsx'
import { RulingNotes } from './RulingNotes.tsx'
import { NodeTable } from './NodeTable.tsx'
import { Evidences } from './Evidences.tsx'
import { OwnClause } from './OwnClause.tsx'
import { Parts } from './Part.tsx'

/** Shows the year's result: who is responsible for the unit, then the composite, grade, place and consequences. (一, 五) */
const resultView: View = ({ node }) => (
  <>
    <p className="why-lead">
      {node.sentence} <OwnClause />
    </p>
    <RulingNotes node={node} />
    <Parts of={node.children} />
  </>
)

/** Shows the place (名次): the place, ties and what broke them, and whether bands apply. (五（三）) */
const standingView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="名次" />
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)

/** Shows the rounding (修约): the exact value, the decimals kept and the result, in small type; nothing where nothing was rounded. (R20) */
const roundingView: View = ({ node }) => {
  const acted = node.rulings.length > 0 || (node.exact !== undefined && node.exact.decimal !== node.points)
  if (!acted) return null
  return (
    <section className="why-part">
      <p className="why-line why-soft small-soft">
        <span>
          修约：{node.sentence}
          {node.exact !== undefined && (
            <span className="unbroken">（精确值即{node.exact.fraction}）</span>
          )}{' '}
          <OwnClause />
        </span>
      </p>
      <RulingNotes node={node} />
    </section>
  )
}

/** Shows the cap on a section's deductions (核实项目扣分上限): what the section gives back. */
const sectionCapView: View = ({ node }) => <PlainPart node={node} figure={`+${printFigure(node.points)}`} />

/** Shows a veto (否决): what it does to the composite or the grade. */
const vetoView: View = ({ node }) => (
  <PlainPart node={node} figure={node.points === 0 ? undefined : printFigure(node.points)} />
)

/** Shows one voter class: how many sheets, trimmed or not, and their mean. (R8) */
const voterClassView: View = ({ node }) => (
  <section className="why-part">
    <p className="why-soft small-soft">{node.sentence}</p>
    {(node.table?.rows.length ?? 0) > 1 && <NodeTable node={node} />}
    <RulingNotes node={node} />
  </section>
)

/** Shows a zeroed row (不得分): nothing is left of it, so there is no amount to show. */
const zeroRowView: View = ({ node }) => (
  <section className="why-rule">
    <p className="why-line">
      <span>
        <strong>{node.rule?.text ?? node.sentence}</strong>
      </span>
      <span className="why-figure">本行不得分</span>
    </p>
    <Evidences node={node} />
    <RulingNotes node={node} />
  </section>
)

/** Shows how a quota (名额) was computed: exact shares of the group, whole places, and how many were given. (三（二）1, R4) */
const quotaView: View = ({ node }) => (
  <section className="why-part">
    <h4>
      名额推算 <OwnClause />
    </h4>
    {node.table === undefined ? <p>{node.sentence}</p> : <NodeTable node={node} />}
    <RulingNotes node={node} />
  </section>
)

/** Shows a missing score (缺分): why there is none and what to do about it. (R19) */
const missingView: View = ({ node }) => (
  <section className="why-part">
    <p className="why-alarm">{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)

/** Shows a ledger item (台账): times × tariff, the counts by period, and where the same matter also costs points. (R6, R17) */
const ledgerItemView: View = ({ node }) => (
  <section className="why-part">
    <p>{node.sentence}</p>
    <Evidences node={node} />
    <RulingNotes node={node} />
  </section>
)

/** Shows the grade (等次), the band that it lies in, and what moved it out of that band. (五（一）) */
const gradeView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="等次" />
    <p>{node.sentence}</p>
    <NodeTable node={node} />
    <RulingNotes node={node} />
  </section>
)

/** Shows a conversion (折算): what is carried into another appraisal. (五（三）) */
const conversionView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="折算" />
    <p className="why-line">
      <span>{node.sentence}</span>
      <span className="why-figure">{printFigure(node.points)}</span>
    </p>
    <RulingNotes node={node} />
  </section>
)

/** Shows a consequence (结果运用): what follows, and the years that led to it. (五（三）（四）) */
const consequenceView: View = ({ node }) => (
  <section className="why-part">
    <PartHead node={node} title="结果运用" />
    <p>{node.sentence}</p>
    <RulingNotes node={node} />
  </section>
)

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

/** The view of each kind of explanation. A kind of the engine without a view does not compile. */
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
  ladder: bySum('定档'),
  bonusTiers: bySum('按区间'),
  bonusSteps: byCount('个步长'),
  bonusRange: bySum('幅度内'),
}
