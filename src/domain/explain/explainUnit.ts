import type { CycleOutcome } from '../score/appraiseCycle.ts'
import { bareNode } from './bareNode.ts'
import { explainComposite } from './explainComposite.ts'
import type {
  ConsequenceExplained,
  ConversionExplained,
  GradeExplained,
  ResultExplained,
  StandingExplained,
} from './resultKinds.ts'
import { type Explained, NO_RULINGS } from '../kernel/explanation.ts'
import { NO_POINTS, type Points } from '../kernel/points.ts'
import { rankingName } from '../score/rectification/listIssues.ts'
import { gradeName } from '../scheme/gradeName.ts'

/**
 * Explains the result of a unit (说明一个单位的结果) as a tree: result, composite, components, rows, rules and
 * rulings. Its figures are those of `appraiseCycle`. Returns `undefined` when the unit is not appraised.
 */
export function explainUnit(outcome: CycleOutcome, unit: string): Explained | undefined {
  const at = outcome.components.appraisees.findIndex(appraisee => appraisee.unit === unit)
  return at === -1 ? undefined : explainAt(outcome, at)
}

/** Explains the result of an appraisee (说明第几个考核对象的结果) by its place in `outcome.components.appraisees`: the same tree as `explainUnit`, for iterating over all. */
export function explainAt(outcome: CycleOutcome, at: number): ResultExplained {
  const { components, composites, scheme } = outcome
  const appraisee = components.appraisees[at]!
  const composite = composites.points[at]!
  const absent = Number.isNaN(composite)
  const parts = [
    explainComposite(components, composites, at),
    ...explainGrade(outcome, at),
    ...explainStanding(outcome, at),
    ...explainConsequences(outcome, at),
    ...explainConversions(outcome, at),
  ]
  const points = absent ? NO_POINTS : (composite as Points)
  const rulings = components.prepared.rulings.notes('midYearChange')
  return { kind: 'result', citation: scheme.scope.citation, points, parts, rulings, appraisee, absent }
}

function explainGrade({ grades, scheme, components }: CycleOutcome, at: number): readonly GradeExplained[] {
  const grade = grades.grades[at]
  if (grade === undefined) return []
  const bandName = gradeName(scheme, grade.band)
  const { rulings } = components.prepared
  return [
    {
      ...bareNode('grade', rulings.find('overallGrades')?.citation ?? '', NO_POINTS),
      rulings: rulings.notes('overallGrades'),
      grade,
      bandName,
    },
  ]
}

function explainStanding(
  { ranking, components, scheme }: CycleOutcome,
  at: number,
): readonly StandingExplained[] {
  const standing = ranking.standings[at]
  if (standing === undefined) return []
  const { rulings } = components.prepared
  const tied = standing.tiedWith.length > 0 || standing.brokenBy !== undefined
  const notes = [
    ...rulings.notes('rankingScope'),
    ...(tied ? rulings.notes('ties') : []),
    ...(standing.bandsApply === 'yes' ? [] : rulings.notes('smallCohort')),
  ]
  const brokenByName = scheme.components.find(one => one.id === standing.brokenBy)?.name
  const core = {
    ...bareNode('standing', rulings.find('ties')?.citation ?? '', NO_POINTS),
    rulings: notes,
    standing,
  }
  return [
    {
      ...core,
      rankingName: rankingName(components, standing.ranking),
      brokenByName,
    },
  ]
}

function explainConsequences(
  { consequences, scheme, components }: CycleOutcome,
  at: number,
): readonly ConsequenceExplained[] {
  return consequences.consequences[at]!.map(consequence => {
    const rule = scheme.consequences.find(one => one.id === consequence.rule)
    const named = components.prepared.rulings.notesById(rule?.ruling)
    const streak =
      rule?.years !== undefined && rule.on === 'appraisee'
        ? components.prepared.rulings.notes('streakFollows')
        : NO_RULINGS
    const rulings = [...named, ...streak.filter(note => note.id !== named[0]?.id)]
    return { ...bareNode('consequence', consequence.citation, NO_POINTS), rulings, consequence }
  })
}

function explainConversions(
  { consequences, scheme, components }: CycleOutcome,
  at: number,
): readonly ConversionExplained[] {
  return consequences.conversions[at]!.map(({ target, points }) => {
    const { name, citation } = scheme.conversions.find(one => one.id === target)!
    return {
      ...bareNode('conversion', citation, points),
      rulings: components.prepared.rulings.notes('performanceConversion'),
      name,
    }
  })
}
