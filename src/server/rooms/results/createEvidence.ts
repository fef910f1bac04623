import { roleNames } from '../../../contract/access/roles.ts'
import type { ExplanationNode } from '../../../contract/results/explanationSchema.ts'
import { isNode } from '../../../files/results/nodes.ts'
import type { RuleExplained } from '../../../domain/score/inspection/ruleExplained.ts'
import { decidedScore, factsOf } from '../../../domain/score/scoreComponents.ts'
import type { Finding } from '../../../domain/year/facts/facts.ts'
import { type Explained, walkExplanation } from '../../../domain/kernel/explanation.ts'
import { describeCount } from '../../../domain/explain/describeCount.ts'
import { describeEvidence } from '../../../domain/explain/describeEvidence.ts'
import type { Database } from '../../platform/database/openDatabase.ts'
import type { ScoredYear } from '../../year/outcome/scoredYear.ts'
import { type FactRecord, placeOf, readRecords } from './factRecords.ts'
import type { EvidenceOf } from './presentNode.ts'

type Evidence = ExplanationNode['evidence'][number]

/** A piece of evidence: its sentence, and the number of its record if it has one. */
interface Found {
  readonly kind: Evidence['kind']
  readonly text: string
  readonly place: number | undefined
  readonly finding?: Finding
}

/** Prepares the evidence of a tree: reads its records in one step, then returns for each node its evidence, with who found it and who entered it when; not `named`, people are told by what they are, as units see them. */
export async function createEvidence(
  db: Database,
  scored: ScoredYear,
  unit: string,
  tree: Explained,
  { named }: { readonly named: boolean },
): Promise<EvidenceOf> {
  const found = new Map<Explained, readonly Found[]>()
  for (const { node } of walkExplanation(tree)) {
    const evidence = findEvidence(scored, unit, node)
    if (evidence.length > 0) found.set(node, evidence)
  }
  const places = [...found.values()].flat().flatMap(({ place }) => (place === undefined ? [] : [place]))
  const records = await readRecords(db, scored.year, places)
  return node =>
    (found.get(node) ?? []).map(one => {
      const told = presentFound(one, one.place === undefined ? undefined : records.get(one.place))
      return named ? told : withoutNames(told)
    })
}

function findEvidence(scored: ScoredYear, unit: string, node: Explained): readonly Found[] {
  const texts = describeEvidence(node, scored.scheme!)
  const { findings = [] } = node as Partial<RuleExplained>
  const told = texts.map((text, at): Found => {
    const finding = findings[at]
    return finding === undefined
      ? { kind: 'ledger', text, place: undefined }
      : { kind: 'finding', text, place: placeOf(scored, 'findings', finding), finding }
  })
  return [...told, ...otherFacts(scored, unit, node)]
}

/** Returns the facts behind a node that rests on a single record of another kind. */
function otherFacts(scored: ScoredYear, unit: string, node: Explained): readonly Found[] {
  const { components } = scored.outcome!
  const facts = factsOf(components.facts, unit)
  if (isNode(node, 'quotaGrading')) {
    const by =
      node.grading.by === undefined
        ? ''
        : `，由${scored.units.get(node.grading.by)?.name ?? node.grading.by}评定`
    return [
      {
        kind: 'fact',
        text: `等次评定：${node.gradeName}${by}`,
        place: placeOf(scored, 'gradings', node.grading),
      },
    ]
  }
  if (isNode(node, 'decided')) {
    const component = components.columns.find(
      ({ component: one }) => one.component.citation === node.citation && isDecision(one.component.id),
    )
    const decision = component && decidedScore(facts, component.component.component.id)
    return decision === undefined
      ? []
      : [
          {
            kind: 'fact',
            text: `决定：${decision.by}，理由：${decision.reason}`,
            place: placeOf(scored, 'decisions', decision),
          },
        ]
  }
  if (isNode(node, 'ballots'))
    return facts.ballotCounts.flatMap(count => {
      const component = scored.scheme!.components.find(({ id }) => id === count.component)
      const method = component?.methods.find(one => one.kind === 'ballots' && one.citation === node.citation)
      return method?.kind !== 'ballots'
        ? []
        : [
            {
              kind: 'fact' as const,
              text: describeCount(count, method.classes),
              place: placeOf(scored, 'ballotCounts', count),
            },
          ]
    })
  if (isNode(node, 'veto')) {
    const id = scored.scheme!.vetoes.find(veto => veto.name === node.name)?.id
    return facts.vetoes
      .filter(veto => veto.veto === id)
      .map(veto => ({
        kind: 'fact',
        text: `否决事实：${veto.reason}`,
        place: placeOf(scored, 'vetoes', veto),
      }))
  }
  return []

  function isDecision(id: string): boolean {
    const decision = decidedScore(facts, id)
    return (
      decision !== undefined &&
      decision.points === node.points &&
      decision.reason === (node as { readonly reason?: string }).reason
    )
  }
}

/** A unit learns what was found, not by whom: nobody shall pay for a finding. */
function withoutNames({ author, enteredBy, ...told }: Evidence): Evidence {
  return {
    ...told,
    author: author === undefined ? undefined : roleNames.inspector,
    enteredBy: enteredBy === undefined ? undefined : '经办人员',
  }
}

function presentFound({ kind, text, finding }: Found, record: FactRecord | undefined): Evidence {
  return {
    kind,
    text,
    ...(record === undefined
      ? {}
      : {
          fact: record.id,
          revision: record.revision,
          enteredBy: record.author,
          enteredAt: record.at,
          source: record.source,
        }),
    ...(record === undefined || record.origin === null ? {} : { origin: record.origin }),
    author: finding?.author,
    quarter: finding?.quarter,
    foundOn: finding?.foundOn,
    note: finding?.note,
    material: finding?.evidence,
  }
}
