import type { RowExplained } from '../score/inspection/rowExplained.ts'
import type { RubricExplained } from '../score/inspection/explainRubric.ts'
import type { Explained } from '../kernel/explanation.ts'
import { approximate } from '../kernel/fraction.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { ComponentExplained, HeldExplained, RoundingExplained, VetoExplained } from './compositeKinds.ts'
import { type NodePath, pathsBelow } from './nodePaths.ts'

/** One step of a waterfall chart (瀑布图的一步): its effect on the composite and the resulting total, in points to a millionth. */
interface WaterfallStep {
  readonly kind:
    | 'base'
    | 'component'
    | 'row'
    | 'list'
    | 'bonus'
    | 'missing'
    | 'veto'
    | 'held'
    | 'rounding'
    | 'score'
  readonly label: string
  readonly citation: string
  readonly component?: string
  readonly row?: string
  readonly path?: NodePath
  readonly effect: number
  readonly after: number
}

type Bare = Omit<WaterfallStep, 'after'>

/**
 * Lists the steps of a waterfall chart (瀑布图) from the scheme's base to the composite: rows where a rubric
 * counts the whole year as one, whole components elsewhere, then lists, rounding, vetoes and limits.
 * Figures come from the explanation, so that they add up to its score. Empty without a composite. (三（一）)
 */
export function listWaterfall(
  scheme: Scheme,
  composite: Explained,
  path: NodePath,
): readonly WaterfallStep[] {
  if ((composite as { readonly absent?: boolean }).absent === true) return []
  const steps: WaterfallStep[] = []
  let after = (scheme.components.length === 0 ? (scheme.start ?? 0) : scheme.base) / 1000
  const add = (step: Bare): void => {
    after = millionth(after + step.effect)
    steps.push({ ...step, effect: millionth(step.effect), after })
  }
  steps.push({
    kind: 'base',
    label: scheme.components.length === 0 ? '起始分' : '总分',
    citation: composite.citation,
    effect: after,
    after,
  })
  const paths = pathsBelow(composite, path, scheme)
  const parts = composite.parts.map((node, at) => ({ node, path: paths[at]! }))
  parts
    .filter(({ node }) => node.kind === 'component')
    .forEach(({ node, path: own }, at) => {
      for (const step of stepsOfComponent(scheme, at, node as ComponentExplained, own)) add(step)
    })
  const rounding = parts.find(({ node }) => node.kind === 'rounding')!
  const listed = parts.filter(({ node }) => node.kind === 'row')
  const exact = approximate((rounding.node as RoundingExplained).exact) / 1000
  const lists = listed.reduce((sum, { node }) => sum + node.points / 1000, 0)
  for (const { node, path: own } of parts.filter(one => one.node.kind === 'renormalised')) {
    add({
      kind: 'missing',
      label: '缺分项由其余分项分担',
      citation: node.citation,
      path: own,
      effect: exact - lists - after,
    })
  }
  for (const { node, path: own } of listed) {
    const { row } = node as RowExplained
    add({
      kind: 'list',
      label: row.title,
      citation: row.citation,
      row: row.id,
      path: own,
      effect: node.points / 1000,
    })
  }
  add({
    kind: 'rounding',
    label: '修约',
    citation: rounding.node.citation,
    path: rounding.path,
    effect: rounding.node.points / 1000 - after,
  })
  for (const { node, path: own } of parts) {
    if (node.kind === 'veto') {
      add({
        kind: 'veto',
        label: (node as VetoExplained).name,
        citation: node.citation,
        path: own,
        effect: node.points / 1000,
      })
    }
    if (node.kind === 'held') {
      const label = (node as HeldExplained).limit === 0 ? '以零分为限' : '以总分为限'
      add({ kind: 'held', label, citation: node.citation, path: own, effect: node.points / 1000 })
    }
  }
  steps.push({ kind: 'score', label: '综合得分', citation: composite.citation, path, effect: after, after })
  return steps.filter(step => step.kind === 'base' || step.kind === 'score' || step.effect !== 0)
}

/** Lists the steps of a component: rows where they add up one by one, then the rest of the component in one step. */
function stepsOfComponent(
  scheme: Scheme,
  at: number,
  node: ComponentExplained,
  path: NodePath,
): readonly Bare[] {
  const component = scheme.components[at]!
  const full = (scheme.base * component.weight) / 100_000 / 1000
  const core = { label: component.name, citation: component.citation, component: component.id, path }
  if (node.contribution === undefined) return [{ ...core, kind: 'missing', effect: -full }]
  const whole = approximate(node.contribution) / 1000 - full
  const rubric = isDecided(node) ? undefined : onlyRubric(node, path, scheme)
  if (rubric === undefined) return [{ ...core, kind: 'component', effect: whole }]
  const factor = full / (rubric.node.base / 1000)
  const paths = pathsBelow(rubric.node, rubric.path, scheme)
  const rows = rubric.node.parts.flatMap((part, index): Bare[] => {
    if (part.kind !== 'row') return []
    const { row, points } = part as RowExplained
    const effect = ((points - row.base) / 1000) * factor
    const kind = effect > 0 ? 'bonus' : 'row'
    return effect === 0
      ? []
      : [
          {
            kind,
            label: row.title,
            citation: row.citation,
            component: component.id,
            row: row.id,
            path: paths[index]!,
            effect,
          },
        ]
  })
  const bases = rubric.node.parts.flatMap(part => (part.kind === 'row' ? [part as RowExplained] : []))
  const start = bases.reduce((sum, { row }) => sum + row.base, 0) - rubric.node.base
  if (start < 0)
    rows.unshift({
      ...core,
      kind: 'component',
      label: `${component.name}从0分起`,
      effect: (start / 1000) * factor,
    })
  const rest = whole - rows.reduce((sum, row) => sum + row.effect, 0)
  return Math.abs(rest) < 1e-9 ? rows : [...rows, { ...core, kind: 'component', effect: rest }]
}

function isDecided(node: Explained): boolean {
  return node.parts.some(
    part => part.kind === 'decided' || part.kind === 'ratioToBest' || part.kind === 'rankToPoints',
  )
}

/** Returns the one rubric of a component. Rounds scored apart, or with a lead unit's part, have several, whose rows do not add up. (R1, R22) */
function onlyRubric(
  node: Explained,
  path: NodePath,
  scheme: Scheme,
): { readonly node: RubricExplained; readonly path: NodePath } | undefined {
  const at = node.parts.findIndex(part => part.kind === 'inspection')
  if (at === -1) return undefined
  const [inspection, own] = [node.parts[at]!, pathsBelow(node, path, scheme)[at]!]
  const rubrics = inspection.parts.filter(part => part.kind === 'rubric')
  if (rubrics.length !== 1 || rubrics.length !== inspection.parts.length) return undefined
  return { node: rubrics[0] as RubricExplained, path: pathsBelow(inspection, own, scheme)[0]! }
}

function millionth(value: number): number {
  const rounded = Math.round(value * 1e6) / 1e6
  return rounded === 0 ? 0 : rounded
}
